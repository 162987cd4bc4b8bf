// What answers, and what comes first.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, place, places, written } from "./support.mjs";

loadSearch();
globalThis.handbokSearch.index(written(HANDBOOK));
const { handbokSearch } = globalThis;

for (const [question, first] of [
  ["fullmakt", "skjemaer/samtykke"],
  ["samtykkeskjema", "skjemaer/samtykke"],
  ["meldinger", "skjemaer/melding"],
  ["uromelding", "skjemaer/melding"],
  ["PPT", "tjenester/ppt"],
  ["pp-tjenesten", "tjenester/ppt"],
  ["leder i ppt", "tjenester/ppt#kontakt-leder"],
  ["bekymra for born", "situasjoner/bekymret"],
  ["eleven kommer ikke på skolen", "situasjoner/fravaer"],
  ["§ 13-2", "lover#barnevernsloven-13-2"],
  ["teieplikt", "ordliste#taushetsplikt"],
  ["taushetspligt", "ordliste#taushetsplikt"],
  ["helsesøster", "ordliste#helsesoster"],
  ["når er neste møte", "moteplasser/ansvarsgruppe"],
  ["vaks", "tjenester/helsestasjon"],
  ["stasjon ", "tjenester/helsestasjon"],
]) {
  test(`«${question}» is answered by ${first}`, () => assert.equal(places(question)[0], first));
}

test("what people say word for word is found, though its words tell nothing one by one", () => {
  assert.equal(places("hva er dette")[0], "situasjoner/bekymret");
});

test("a question of who may tell whom is answered by the one who tells, whichever is named first", () => {
  assert.equal(places("kan skolen si det til barnevernet")[0], "kan-jeg-dele/skole");
  assert.equal(places("kan barnevernet si det til skolen")[0], "kan-jeg-dele/barnevern");
  assert.equal(places("kan jeg dele med skolen fra barnevernet")[0], "kan-jeg-dele/barnevern");
});

test("the answers of a workplace stand back where nobody asks for them", () => {
  assert.ok(places("barnevernet").indexOf("kan-jeg-dele/skole") > 0);
});

test("an old word finds what the term stands for", () => {
  assert.ok(places("helsesøster").includes("tjenester/helsestasjon"));
});

test("nothing is found where nothing is said of it", () => {
  const { results, counts } = handbokSearch.find("qqqqzzzz");
  assert.deepEqual(results, []);
  assert.equal(counts.size, 0);
});

test("how many there are of each kind is told of what is shown", () => {
  const { results, counts } = handbokSearch.find("barnevernet");
  for (const [kind, count] of counts) {
    assert.equal(results.filter(({ document }) => document.kind === kind).length, count);
  }
  assert.equal(
    [...counts.values()].reduce((sum, count) => sum + count),
    results.length,
  );
});

test("a word of the name comes before one in the text, and the same question gets the same answer", () => {
  const both = [
    { kind: "form", page: "b", title: "Noe annet", body: "vaksine" },
    { kind: "form", page: "a", title: "Vaksine" },
  ];
  handbokSearch.index(written(both));
  assert.deepEqual(places("vaksine"), ["a", "b"]);
  assert.deepEqual(places("vaksine"), ["a", "b"]);
});

test("what is far weaker than the best is left out, but for the first few", () => {
  const long = "ord ".repeat(400);
  const weak = Array.from({ length: 30 }, (_, id) => ({
    kind: "law",
    page: `svak-${id}`,
    title: "Annet",
    body: `${long} vaksine`,
  }));
  handbokSearch.index(written([{ kind: "service", page: "best", title: "Vaksine" }, ...weak]));
  const { results } = handbokSearch.find("vaksine");
  assert.equal(place(results[0].document), "best");
  assert.equal(results.length, globalThis.handbokTuning.cut.always);
});
