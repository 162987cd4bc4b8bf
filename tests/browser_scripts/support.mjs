/* Loads the scripts of the pages as a page does, one after the other in one world, and gives the search a handbook. */
import { readdirSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const TEMPLATES = new URL("../../templates/", import.meta.url);

/** The list that pages, the store for reading offline and these tests share. */
export const LISTED = JSON.parse(readFileSync(new URL("search-scripts.json", TEMPLATES), "utf8"));

/** Our own scripts below a folder of what is published: path -> text. */
export function scriptsIn(folder) {
  const names = readdirSync(new URL(`static/${folder}`, TEMPLATES)).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [`${folder}${name}`, textOf(`${folder}${name}`)]));
}

export function textOf(path) {
  return readFileSync(new URL(`static/${path}`, TEMPLATES), "utf8");
}

/** Runs a script where the others are. */
export function run(path) {
  runInThisContext(textOf(path), { filename: path });
}

export function loadSearch() {
  for (const path of LISTED.engine) run(path);
}

const FIELDS = [
  "kind",
  "page",
  "anchor",
  "title",
  "about",
  "names",
  "asked",
  "body",
  "law",
  "phone",
  "tel",
  "anchors",
  "file",
  "facts",
];
const KINDS = [
  ["situation", "Situasjoner", 1.5],
  ["contact", "Kontakter", 1.3],
  ["service", "Tjenester", 1.3],
  ["rule", "Kan jeg dele?", 1.3],
  ["forum", "Møter", 1.3],
  ["form", "Skjemaer", 1.25],
  ["law", "Lov", 0.8],
  ["term", "Ordliste", 0.7],
  ["print", "Utskrifter", 0.9],
];

/** The index as the builder writes it, of documents in words: {kind: "form", page: "skjemaer/x", title: …}. */
export function written(documents) {
  return {
    built: "1. november 2026",
    builtOn: "2026-11-01",
    editors: { role: "Redaktør", email: "post@example.no" },
    address: "{page}.html",
    start: [["kontakter", "Alle kontakter"]],
    kinds: KINDS,
    ring: { rows: [], calendar: { until: "", closed: {} } },
    words: {},
    fields: FIELDS,
    documents: documents.map(packed),
  };
}

function packed(document) {
  const kind = KINDS.findIndex(([name]) => name === document.kind);
  const values = FIELDS.map((field) => (field === "kind" ? kind : (document[field] ?? "")));
  while (values.at(-1) === "") values.pop();
  return values;
}

/** A handbook in miniature: what a small place might say of children somebody worries about. */
export const HANDBOOK = [
  {
    kind: "situation",
    page: "situasjoner/bekymret",
    title: "Jeg er bekymret for et barn",
    asked: "jeg tror noe er galt\nhva er dette",
    body: "Skriv ned det du har sett.\nTa det opp med lederen.\nSend bekymringsmelding til barnevernet når det trengs.",
  },
  {
    kind: "situation",
    page: "situasjoner/fravaer",
    title: "En elev er mye borte",
    asked: "eleven kommer ikke på skolen",
    body: "Snakk med eleven.\nKall inn til møte med foreldrene om fraværet.",
  },
  {
    kind: "service",
    page: "tjenester/ppt",
    title: "PP-tjenesten",
    names: "PPT\npedagogisk-psykologisk tjeneste",
    body: "Hjelper skoler og barnehager der barn trenger mer enn vanlig opplæring.",
  },
  {
    kind: "service",
    page: "tjenester/helsestasjon",
    title: "Helsestasjonen",
    names: "helsesykepleier",
    body: "Vaksiner, svangerskap og samtaler. En sykepleier er her hver dag. Andre helsestasjoner og helsestasjon for ungdom finnes.",
  },
  {
    kind: "contact",
    page: "tjenester/ppt",
    anchor: "kontakt-leder",
    title: "Leder",
    about: "PP-tjenesten",
    phone: "116 117",
    tel: "tel:116117",
    body: "Avgjør hva som haster.",
  },
  {
    kind: "form",
    page: "skjemaer/samtykke",
    title: "Samtykke til å dele opplysninger",
    names: "fullmakt",
    body: "Skriv hvem som får vite hva, og hvor lenge.",
  },
  {
    kind: "form",
    page: "skjemaer/melding",
    title: "Bekymringsmelding",
    body: "En melding om en bekymring, til barnevernet.",
  },
  {
    kind: "law",
    page: "lover",
    anchor: "barnevernsloven-13-2",
    title: "barnevernsloven § 13-2",
    body: "Hvem som skal melde fra til barnevernet.",
  },
  {
    kind: "term",
    page: "ordliste",
    anchor: "taushetsplikt",
    title: "Taushetsplikt",
    names: "teieplikt\ntausheten",
    body: "Plikt til å tie om det du får vite på jobb.",
  },
  {
    kind: "term",
    page: "ordliste",
    anchor: "helsesoster",
    title: "Helsesykepleier",
    names: "helsesøster",
    body: "Sykepleier med videreutdanning.",
  },
  {
    kind: "rule",
    page: "kan-jeg-dele/skole",
    title: "Kan jeg dele? Jeg jobber på skole",
    names: "Skole",
    body: "Til Barnevern: skal\nTil PPT: kan med samtykke",
    anchors: "til-barnevern\ntil-ppt",
  },
  {
    kind: "rule",
    page: "kan-jeg-dele/barnevern",
    title: "Kan jeg dele? Jeg jobber i barnevernet",
    names: "Barnevern\nBarneverntjenesten",
    body: "Til Skole: kan med samtykke\nTil PPT: kan",
    anchors: "til-skole\ntil-ppt",
  },
  {
    kind: "contact",
    page: "index",
    anchor: "haster",
    title: "Politi",
    phone: "112",
    tel: "tel:112",
    body: "Fare for liv.",
  },
  {
    kind: "print",
    page: "utskrift",
    title: "Lommekort",
    names: "kort til lomma",
    file: "utskrift/lommekort.pdf",
  },
  {
    kind: "forum",
    page: "moteplasser/ansvarsgruppe",
    title: "Ansvarsgruppe",
    body: "Møte om ett barn, med foreldrene til stede.\nNeste møter: 3. desember.",
  },
];

/** The places that answer, best first. */
export function places(question) {
  return globalThis.handbokSearch.find(question).results.map(({ document }) => place(document));
}

export function place({ page, anchor }) {
  return anchor ? `${page}#${anchor}` : page;
}
