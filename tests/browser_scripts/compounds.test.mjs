// Compounds, split by the handbook's own words: the same for what it says and for what is asked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSearch } from "./support.mjs";

loadSearch();
const { Splitter } = globalThis.handbokCompounds;
const TEXT = "En bekymring og ei melding, meldinga. Barnehage, møte. Helse for syke, og en pleier.";

for (const [word, parts] of [
  ["bekymringsmeldinga", ["bekymring", "meldinga"]],
  ["barnehagemøte", ["barnehage", "møte"]],
  ["helsesykepleier", ["helse", "syke", "pleier"]],
]) {
  test(`«${word}» is split where both parts are words of the handbook, whether it has the word itself or not`, () => {
    assert.deepEqual(new Splitter([TEXT, word]).split(word), parts);
    assert.deepEqual(new Splitter([TEXT]).split(word), parts);
  });
}

for (const word of ["undersøkelse", "overgangen", "kvalifisering", "bekymringsmelding"]) {
  test(`«${word}» is whole where a part is not a word of its own`, () => {
    assert.deepEqual(new Splitter(["under over gang en er søk melding", word]).split(word), []);
  });
}

test("the more common parts win", () => {
  const splitter = new Splitter(["kulturplan kultur kultur plan plan kult urplan"]);
  assert.deepEqual(splitter.split("kulturplan"), ["kultur", "plan"]);
});

test("a part may be another form of a word of the handbook", () => {
  assert.deepEqual(new Splitter([TEXT]).split("bekymringsmeldingene"), ["bekymring", "meldingene"]);
});

test("a word that asks for a kind of answer may be the last part, used or not", () => {
  assert.deepEqual(new Splitter(["samtykke"]).split("samtykkeskjema"), ["samtykke", "skjema"]);
});

test("numbers are no words", () => assert.ok(!new Splitter(["1234567 13b"]).counts.size));
