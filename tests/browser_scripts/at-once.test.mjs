// The answer itself, where a question asks for one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HANDBOOK, loadSearch, written } from "./support.mjs";

loadSearch();
const FACTS = {
  "tjenester/ppt": [
    ["phone", "Leder. mandag 09:00–15:00", "00 00 00 00"],
    ["hours", "Åpningstid: mandag 08:00–15:00"],
    ["response", "Svartid: ti dager"],
    ["leader", "Leder", "00 00 00 00"],
    ["decides", "Bestemmer: Leder"],
    ["pays", "Betaler: Kommunen"],
  ],
  "moteplasser/ansvarsgruppe": [
    [
      "dates",
      "hver måned",
      "",
      "",
      [
        ["2026-11-30", "mandag 30. november 2026"],
        ["2026-12-28", "mandag 28. desember 2026"],
      ],
    ],
    ["chair", "Møteleder: Koordinator"],
    ["convener", "Innkaller: Koordinator"],
  ],
  index: [["phone", "Fare for liv.", "112", "tel:112"]],
  "situasjoner/bekymret": [["says", "Du kan alltid si fra."]],
};
const OWN = HANDBOOK.map((one) => ({
  ...one,
  facts: one.anchor && one.page !== "index" ? "" : (FACTS[one.page] ?? ""),
}));
globalThis.handbokSearch.index(written(OWN));

function answer(question, day = "2026-11-29") {
  const { find, atOnce } = globalThis.handbokSearch;
  return atOnce(find(question), question, new Date(`${day}T12:00:00Z`));
}

for (const [question, page, said] of [
  ["telefon til PPT", "tjenester/ppt", "Leder. mandag 09:00–15:00"],
  ["ring ppt", "tjenester/ppt", "Leder. mandag 09:00–15:00"],
  ["når er PPT åpen", "tjenester/ppt", "Åpningstid: mandag 08:00–15:00"],
  ["hvor lang tid bruker PPT på å svare?", "tjenester/ppt", "Svartid: ti dager"],
  ["hvem er leder for PPT", "tjenester/ppt", "Leder"],
  ["hvem leder ansvarsgruppa", "moteplasser/ansvarsgruppe", "Møteleder: Koordinator"],
  ["kven leiar ansvarsgruppa", "moteplasser/ansvarsgruppe", "Møteleder: Koordinator"],
  ["kem kalle inn te ansvarsgruppa", "moteplasser/ansvarsgruppe", "Innkaller: Koordinator"],
  ["kan skolen si det til barnevernet", "kan-jeg-dele/skole", "Til Barnevern: skal"],
  ["hvem betaler ppt", "tjenester/ppt", "Betaler: Kommunen"],
  ["kven skal betale for ppt", "tjenester/ppt", "Betaler: Kommunen"],
  ["egenandel ppt", "tjenester/ppt", "Betaler: Kommunen"],
  ["hvem bestemmer i ppt", "tjenester/ppt", "Bestemmer: Leder"],
  ["112", "index", "Fare for liv."],
  ["+47 112", "index", "Fare for liv."],
]) {
  test(`«${question}» is answered at once by ${page}`, () => {
    const found = answer(question);
    assert.equal(found?.document.page, page);
    assert.equal(found.said, said);
  });
}

test("the next meeting is the first after the reader's day", () => {
  assert.deepEqual(answer("når er neste ansvarsgruppe").dates, [
    "mandag 30. november 2026",
    "mandag 28. desember 2026",
  ]);
  assert.deepEqual(answer("når er neste ansvarsgruppe", "2026-12-01").dates, ["mandag 28. desember 2026"]);
  assert.deepEqual(answer("når er neste ansvarsgruppe", "2027-01-01").dates, []);
});

test("where no single meeting is meant, the next of all are told with their names", () => {
  assert.deepEqual(answer("når er neste møte").dates[0], "mandag 30. november 2026: Ansvarsgruppe");
});

test("a role with a name of its own is not answered by another", () => {
  const own = (title, said) => ({
    kind: "contact",
    page: "tjenester/skole",
    anchor: title,
    title,
    about: "Skolen",
    facts: [["phone", said, "112", "tel:112"]],
  });
  const school = { kind: "service", page: "tjenester/skole", title: "Skolen", facts: [["leader", "Enhetsleder"]] };
  globalThis.handbokSearch.index(written([school, own("Rektor", "Rektor. mandag"), own("Enhetsleder", "Enhetsleder")]));
  assert.equal(answer("hvem er rektor på skolen")?.said, "Rektor. mandag");
  globalThis.handbokSearch.index(written([school]));
  assert.equal(answer("hvem er rektor på skolen"), null);
  assert.equal(answer("hvem er leder for skolen")?.said, "Enhetsleder");
  globalThis.handbokSearch.index(written(OWN));
});

for (const question of ["ansvarsgruppe", "PPT", "telefon til tannlegen", "når er neste slt-møte", "qqqq", ""]) {
  test(`«${question}» is given no answer that it did not ask for`, () => assert.equal(answer(question), null));
}

for (const question of [
  "kan jeg fortelle barnevernet noe",
  "har vi lov å si det til skolen",
  "kan jeg fortelle skolen om barnevernet",
]) {
  test(`«${question}» does not say who tells, so nobody else's answer is given`, () =>
    assert.notEqual(answer(question)?.document.page.split("/")[0], "kan-jeg-dele"));
}

test("what one may tell somebody is answered by a duty or not at all where the question does not say who tells", () => {
  const rule = (...facts) => ({ kind: "rule", page: "taushetsplikt/x", title: "Samtykke og barnevernet", facts });
  globalThis.handbokSearch.index(written([...OWN, rule(["says", "Spør foreldrene først."])]));
  assert.equal(answer("kan jeg snakke med barnevernet uten samtykke"), null);
  assert.equal(answer("må jeg ha samtykke")?.said, "Spør foreldrene først.");
  globalThis.handbokSearch.index(written([...OWN, rule(["must", "Du skal melde."], ["says", "Du skal melde."])]));
  assert.equal(answer("kan jeg snakke med barnevernet uten samtykke")?.said, "Du skal melde.");
  globalThis.handbokSearch.index(written(OWN));
});

test("who tells is read from the question, not from the order of the hits", () => {
  assert.equal(answer("kan barnevernet si det til skolen").document.page, "kan-jeg-dele/barnevern");
  assert.equal(answer("får barnevernet vite noe fra skolen").document.page, "kan-jeg-dele/skole");
});

test("a misspelling is told as what it was taken for, only where that is another word", () => {
  const { find, meant } = globalThis.handbokSearch;
  assert.equal(meant(find("taushetspligt").words), "taushetsplikt");
  assert.equal(meant(find("samtyke").words), "samtykke");
  assert.equal(meant(find("samtykke").words), "");
});

test("nothing short and nothing that says nothing is suggested", () => {
  for (const question of ["bx", "påå", "qqqqzzzz", "beb"]) {
    assert.match(globalThis.handbokSearch.suggest(question), /^$|^\p{L}{4,}$/u);
  }
});

test("where nothing is found situations are offered", () => {
  assert.ok(globalThis.handbokSearch.nearest("xyzxyz").every(({ document }) => document.kind === "situation"));
  assert.equal(globalThis.handbokSearch.nearest("bekymrxt elevx")[0]?.document.kind, "situation");
});
