// How hits are shown together.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSearch, written } from "./support.mjs";

loadSearch();
const { grouped, filled } = globalThis.handbokAnswers;
const { best, ofEach, most } = globalThis.handbokTuning.shown;
const { kinds } = written([]);
const hits = (kind, count) => Array.from({ length: count }, (_, id) => ({ document: { kind, id }, score: 1 }));

test("the best are shown whatever they are, then a few of each kind that has more", () => {
  const groups = grouped([...hits("form", best), ...hits("law", ofEach + 1), ...hits("term", 1)], kinds, "");
  assert.deepEqual(
    groups.map((group) => [group.kind, group.hits.length, group.more]),
    [
      ["", best, false],
      ["law", ofEach, true],
      ["term", 1, false],
    ],
  );
  assert.equal(groups[1].label, "Lov");
});

test("few hits are one group", () => assert.equal(grouped(hits("form", 2), kinds, "").length, 1));

test("of one kind alone all are shown, to a limit", () => {
  const groups = grouped([...hits("law", most + 1), ...hits("form", 2)], kinds, "law");
  assert.equal(groups.length, 1);
  assert.equal(groups[0].hits.length, most);
  assert.ok(groups[0].hits.every((hit) => hit.document.kind === "law"));
});

test("the blanks of a sentence are filled, and what fills them is not read as blanks", () => {
  assert.equal(filled("{count} treff på «{query}»", { count: 2, query: "{count}" }), "2 treff på «{count}»");
});
