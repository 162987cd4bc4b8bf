// What is asked for by its number, its file or in two words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, places, written } from "./support.mjs";

loadSearch();
globalThis.handbokSearch.index(written(HANDBOOK));

for (const [question, place] of [
  ["112", "index#haster"],
  ["116117", "tjenester/ppt#kontakt-leder"],
  ["116 117", "tjenester/ppt#kontakt-leder"],
  ["+47 116 117", "tjenester/ppt#kontakt-leder"],
  ["0047 11 61 17", "tjenester/ppt#kontakt-leder"],
  ["hvem svarer på 116 117?", "tjenester/ppt#kontakt-leder"],
  ["lommekortet", "utskrift"],
  ["printe lommekort", "utskrift"],
  ["skriv ut lommekort", "utskrift"],
  ["bekymrings melding", "skjemaer/melding"],
  ["ansvars gruppe", "moteplasser/ansvarsgruppe"],
  ["når svarer PPT", "tjenester/ppt"],
  ["telefon til PPT", "tjenester/ppt"],
]) {
  test(`«${question}» leads to ${place}`, () => assert.equal(places(question)[0], place));
}

test("a number nobody has is found as little as a word nobody uses", () => {
  assert.deepEqual(places("99 88 77 66"), []);
});
