// What readers write in several ways has one spelling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support.mjs";

run("assets/search/letters.js");
const { fold } = globalThis.handbokLetters;

for (const [written, folded] of [
  ["BARN", "barn"],
  ["Aasen", "åsen"],
  ["AAmli", "åmli"],
  ["a\u030apen", "åpen"],
  ["idé", "ide"],
  ["Trollhättan", "trollhættan"],
  ["Östersund", "østersund"],
  ["Zürich", "zurich"],
  ["Čáhci", "cahci"],
  ["Đivttasvuona", "divttasvuona"],
  ["áššeŋ", "assen"],
  ["ŧŽ", "tz"],
  ["barne\u00advern", "barnevern"],
  ["ﬁnne", "finne"],
  ["Ærø Ås", "ærø ås"],
  ["", ""],
]) {
  test(`«${written}» is «${folded}»`, () => assert.equal(fold(written), folded));
}
