// The search as a whole: the index it is given, and how soon it answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, places, written } from "./support.mjs";

loadSearch();
const { handbokSearch } = globalThis;

test("it is ready when it has an index, and says so when it has none", () => {
  assert.ok(!handbokSearch.ready);
  assert.throws(() => handbokSearch.find("barn"), /No index has been read/);
  handbokSearch.index(written(HANDBOOK));
  assert.ok(handbokSearch.ready);
});

test("what the builder leaves out at the end of a document is empty", () => {
  const index = written([]);
  handbokSearch.index({ ...index, documents: [[5, "skjemaer/x", "", "Samtykke"]] });
  const [{ document }] = handbokSearch.find("samtykke").results;
  assert.deepEqual(
    [document.kind, document.label, document.page, document.title],
    ["form", "Skjemaer", "skjemaer/x", "Samtykke"],
  );
  assert.deepEqual([document.about, document.body, document.tel, document.anchors], ["", "", "", ""]);
});

test("the index says in which order the values stand", () => {
  const index = written([]);
  handbokSearch.index({ ...index, fields: ["kind", "title", "page"], documents: [[5, "Samtykke", "x"]] });
  assert.deepEqual(places("samtykke"), ["x"]);
});

test("a new index replaces the old one", () => {
  handbokSearch.index(written([{ kind: "form", page: "ny", title: "Fullmakt" }]));
  assert.deepEqual(places("fullmakt"), ["ny"]);
  assert.deepEqual(places("samtykke"), []);
});

test("names of a letter or two are found by every spelling of them", () => {
  const NAMES = ["É", "Å", "Øy", "Đ", "Áŋ", "Ås", "Čá"];
  globalThis.handbokSearch.index(
    written(NAMES.map((title, number) => ({ kind: "service", page: `tjenester/x${number}`, title, facts: "" }))),
  );
  const ASKED = { é: "É", e: "É", å: "Å", aa: "Å", ØY: "Øy", d: "Đ", an: "Áŋ", áŋ: "Áŋ", Aas: "Ås", ca: "Čá" };
  for (const [question, name] of Object.entries(ASKED)) {
    assert.equal(globalThis.handbokSearch.find(question).results[0]?.document.title, name, question);
  }
});
