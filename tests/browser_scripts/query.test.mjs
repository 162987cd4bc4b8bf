// What a question is read as.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, written } from "./support.mjs";

loadSearch();
globalThis.handbokSearch.index(written(HANDBOOK));
const { handbokSearch, handbokTuning } = globalThis;
const read = (question) => handbokSearch.find(question).words;
const meant = (question) => handbokSearch.meant(read(question));

test("words that say nothing are left out, where others tell", () => {
  assert.deepEqual(
    read("hva er samtykke ").map((word) => word.text),
    ["samtykke"],
  );
  assert.equal(read("hva er dette ").length, 3);
});

test("only the last word may still be typed", () => {
  assert.deepEqual(
    read("samtykke vaks").map((word) => word.typing),
    [false, true],
  );
  assert.ok(!read("samtykke ")[0].typing);
});

for (const [typed, shown] of [
  ["taushetspligt ", "taushetsplikt"],
  ["vaksinner ", "vaksiner"],
  ["samtyke til vaksiner ", "samtykke vaksiner"],
  ["barnevernt ", "barnevern"],
]) {
  test(`«${typed}» is taken for «${shown}», and the reader is told`, () => assert.equal(meant(typed), shown));
}

for (const right of ["taushetsplikt", "skulen ", "bekymringsmeldinger ", "vaks", "barnemøte "]) {
  test(`«${right}» is taken for what it is`, () => assert.equal(meant(right), ""));
}

test("a slip in a common word is told too, though the word counts less", () => {
  const [word] = read("elevv borte ");
  assert.ok(word.weight < handbokTuning.ways.corrected);
  assert.equal(meant("elevv borte "), "elev borte");
});

test("a compound that the handbook does not use has parts that it does", () => {
  assert.deepEqual(read("barnemøte ")[0].parts, ["barn", "møt"]);
});

test("a word that stands inside longer ones is looked for there", () => {
  assert.deepEqual(read("stasjon ")[0].inside, ["helsestasjon"]);
});

test("a phrase of the glossary has what it stands for, less surely than the term itself", () => {
  assert.deepEqual(read("helsesøster ")[0].synonyms, [
    { stems: ["helsesykeplei"], weight: handbokTuning.ways.synonym, covers: 1 },
  ]);
  const [back] = read("helsesykepleier ")[0].synonyms;
  assert.equal(back.weight, handbokTuning.ways.reverseSynonym);
});

test("a word that tells the kind, one that most questions hold, and an age count less beside others", () => {
  const weights = Object.fromEntries(read("telefon vaksine barn 15 ").map((word) => [word.text, word.weight]));
  const { ofKind, common, loneNumber } = handbokTuning.words;
  assert.deepEqual(weights, { telefon: ofKind, vaksine: 1, barn: common, 15: loneNumber });
  assert.equal(read("telefon ")[0].weight, 1);
  assert.equal(read("paragraf 13 ")[1].weight, 1);
});

test("where nothing is found, a word nearby is suggested", () => {
  assert.equal(handbokSearch.suggest("samtyke"), "samtykke");
  assert.equal(handbokSearch.suggest("qqqqzzzz"), "");
});
