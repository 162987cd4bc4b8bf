// What a question asks for, beside what it is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSearch } from "./support.mjs";

loadSearch();
const { wanted, direction, asksForKind } = globalThis.handbokIntent;
const { phrase } = globalThis.handbokNorwegian;

for (const [question, kinds] of [
  ["telefon til ppt", ["contact", "service"]],
  ["når er helsestasjonen åpen", ["service"]],
  ["hvor lang tid bruker ppt", ["service"]],
  ["hvem kaller inn til teammøtet", ["forum"]],
  ["utskrift", ["form", "print"]],
  ["hvem skal jeg ringe", ["contact"]],
  ["kontakt på helsestasjonen", ["contact", "service"]],
  ["når er neste møte", ["forum"]],
  ["referat", ["form", "forum"]],
  ["skjema for samtykke", ["form"]],
  ["hva betyr taushetsplikt", ["service", "term"]],
  ["taushetsplikt ppt skole", ["rule"]],
  ["kan jeg si det til barnevernet", ["rule"]],
  ["får skolen vite det", ["rule"]],
  ["hva gjør jeg når noen er borte", ["situation"]],
  ["paragraf 13", ["law"]],
  ["vaksine", []],
]) {
  test(`«${question}» asks for ${kinds.join(", ") || "nothing of its own"}`, () => {
    assert.deepEqual([...wanted(question, phrase(question))].sort(), kinds);
  });
}

test("a question may name who tells and who is told", () => {
  const { from, to } = direction("Får vi dele fra skolen til barnevernet?");
  assert.deepEqual([...from], ["skol"]);
  assert.deepEqual([...to], ["barnevern"]);
});

test("who gets to know is told, and who found out tells", () => {
  assert.deepEqual([...direction("får læreren vite hva bup finner ut").to], ["lærer"]);
});

test("the words that ask for a kind are known by their stems", () => {
  assert.ok(asksForKind("telefon"));
  assert.ok(!asksForKind("vaksin"));
});
