// Every form of a word leads to the same terms.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSearch } from "./support.mjs";

loadSearch();
const { words, texts, fold, stem, phrase, isStop, isCommon } = globalThis.handbokNorwegian;
const root = (word) => stem(fold(word));

test("words are told with where they stand, and a section is one word", () => {
  assert.deepEqual(words("Se § 13-2 b, og ring"), [
    { text: "Se", at: 0 },
    { text: "§ 13-2 b", at: 3 },
    { text: "og", at: 13 },
    { text: "ring", at: 16 },
  ]);
  assert.deepEqual(texts("… – !"), []);
});

for (const [nynorsk, bokmaal] of [
  ["skulen", "skolen"],
  ["tenesta", "tjenesta"],
  ["heimen", "hjemen"],
  ["sjuk", "syk"],
  ["teieplikt", "taushetsplikt"],
  ["uromeldinga", "bekymringsmeldinga"],
  ["§ 13 b", "13b"],
  ["idé", "ide"],
  ["SKOLE", "skole"],
]) {
  test(`«${nynorsk}» is spelled «${bokmaal}»`, () => assert.equal(fold(nynorsk), bokmaal));
}

test("a word that no rule of spelling meets stays as it is", () => assert.equal(fold("vaksine"), "vaksine"));

for (const forms of [
  ["skole", "skolen", "skoler", "skolene", "skule", "skulen"],
  ["bekymringsmelding", "bekymringsmeldinga", "bekymringsmeldingen", "bekymringsmeldinger", "uromelding"],
  ["barn", "barnet", "barna", "born", "unger"],
  ["lærer", "læreren", "lærar", "lærarane"],
  ["loven", "lova", "lov"],
]) {
  test(`all forms of «${forms[0]}» have one stem`, () => assert.equal(new Set(forms.map(root)).size, 1));
}

test("a teacher is not what «å lære» is, nor a leader what «å lede» is", () => {
  assert.notEqual(root("lærer"), root("lære"));
  assert.notEqual(root("leder"), root("lede"));
});

test("words that say nothing are left out of what a text is about", () => {
  assert.deepEqual(phrase("Hva gjør jeg når noen er borte?"), ["bort"]);
  assert.ok(isStop("Hva"));
  assert.ok(!isStop("borte"));
  assert.ok(isCommon(root("barnehagen")));
});
