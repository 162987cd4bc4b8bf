// What is shown of a document that was found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, written } from "./support.mjs";

loadSearch();
globalThis.handbokSearch.index(written(HANDBOOK));
const { handbokSearch, handbokTuning } = globalThis;
const { excerpts } = handbokSearch;
const lineOf = (page, question) => {
  const { document, terms } = handbokSearch.find(question).results.find((hit) => hit.document.page === page);
  return excerpts.line(document, terms);
};

test("the line that has most of what was asked for is shown", () => {
  assert.equal(lineOf("situasjoner/bekymret", "når sier jeg det til lederen").text, "Ta det opp med lederen.");
});

test("an answer for one of many leads to its place on the page", () => {
  assert.equal(lineOf("kan-jeg-dele/skole", "kan skolen si det til barnevernet").anchor, "til-barnevern");
  assert.equal(lineOf("kan-jeg-dele/skole", "kan skolen si det til ppt").anchor, "til-ppt");
});

test("a document found by its name alone shows its first line, at its own place", () => {
  assert.deepEqual(lineOf("skjemaer/samtykke", "fullmakt"), {
    text: "Skriv hvem som får vite hva, og hvor lenge.",
    anchor: "",
    count: 0,
  });
});

test("every form of what was searched for is told from the rest of a text", () => {
  assert.deepEqual(excerpts.pieces("Send meldinga, eller bekymringsmelding.", new Set(["melding"])), [
    { text: "Send ", met: false },
    { text: "meldinga", met: true },
    { text: ", eller ", met: false },
    { text: "bekymringsmelding", met: true },
    { text: ".", met: false },
  ]);
});

test("words that say nothing are never marked, and markup is only ever text", () => {
  assert.deepEqual(excerpts.pieces("og <b>vaksine</b>", new Set(["og", "vaksin"])), [
    { text: "og <b>", met: false },
    { text: "vaksine", met: true },
    { text: "</b>", met: false },
  ]);
});

test("a short line is shown as it is, and a long one from a little before what was found", () => {
  const { line: most, before } = handbokTuning.shown;
  assert.equal(excerpts.shortened("Kort om vaksine", new Set(["vaksin"])), "Kort om vaksine");
  const long = `${"ord ".repeat(100)}vaksine ${"mer ".repeat(100)}`;
  const shown = excerpts.shortened(long, new Set(["vaksin"]));
  assert.match(shown, /^… ord .*vaksine mer .* …$/);
  assert.ok(shown.indexOf("vaksine") <= before + 2);
  assert.ok(shown.length <= most + 4);
});
