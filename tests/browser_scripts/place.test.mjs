// The reader's own place: chosen once, remembered by its id alone, with whom to call and the next meetings.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { run } from "./support.mjs";

/** An element, as far as the script makes and looks for them. */
class Piece {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [], dataset: {}, listeners: {}, classes: new Set() });
    this.classList = { add: (name) => this.classes.add(name), remove: (name) => this.classes.delete(name) };
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
  focus() {
    focused = this;
  }
  all() {
    return this.children.flatMap((child) => (child instanceof Piece ? [child, ...child.all()] : []));
  }
  querySelector(selector) {
    return this.all().find(({ tag }) => selector.split(", ").includes(tag)) ?? null;
  }
  get text() {
    return this.children.map((child) => child.text ?? child).join("") + (this.textContent ?? "");
  }
}

let focused, row, line, kept;
globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
  removeItem: (key) => kept.delete(key),
};
globalThis.handbokRing = { inNorway: () => ({ date: "2026-12-01" }) };
globalThis.document = {
  createElement: (tag) => new Piece(tag),
  head: new Piece("head"),
  querySelector: (selector) => (selector === ".hb-your-place" ? row : line),
};
run("assets/place.js");
const { start, take, coming } = globalThis.handbokPlace;

const meeting = (day) => ({ day, when: `den ${day}`, name: "Team", page: "moteplasser/team.html" });
const LIA = {
  id: "lia",
  name: "Lia skole",
  type: "Skole",
  page: "steder/lia.html",
  calls: [
    { role: "Rektor", phone: "37 00 10 00", tel: "tel:+4737001000" },
    { role: "Rådgiver, PPT", phone: "00 00 00 00", tel: "" },
  ],
  meetings: ["2026-11-03", "2026-12-01", "2026-12-15", "2027-01-12"].map(meeting),
};
const TUNET = { ...LIA, id: "tunet", name: "Tunet", type: "Barnehage", page: "steder/tunet.html", meetings: [] };
const WORDS = { choose: "Velg stedet ditt", change: "Bytt sted", next: "Neste møter", more: "Mer om stedet" };

beforeEach(() => {
  kept = new Map();
  line = null;
  row = Object.assign(new Piece("div"), { dataset: { file: "steder.js", key: "handbok.lillevik.place" } });
});

function shown() {
  start(globalThis.document);
  take({ words: WORDS, places: [LIA, TUNET] });
}

test("the places are to be chosen among by type, and nothing is remembered before", () => {
  shown();
  const [choice] = row.children;
  assert.deepEqual(
    choice.all().map(({ tag, attributes, text }) => [tag, attributes.label ?? attributes.value, text].join("|")),
    ["option||Velg stedet ditt", "optgroup|Skole|Lia skole", "option|lia|Lia skole", "optgroup|Barnehage|Tunet"].concat(
      "option|tunet|Tunet",
    ),
  );
  assert.equal(choice.attributes["aria-label"], "Velg stedet ditt");
  assert.equal(kept.size, 0);
});

test("whom to call and the next two meetings stand there once it is chosen, also the next time", () => {
  shown();
  const [choice] = row.children;
  choice.value = "lia";
  choice.listeners.change();
  assert.deepEqual([...kept], [["handbok.lillevik.place", "lia"]]);
  assert.equal(focused.tag, "summary");
  for (let time = 0; time < 2; time += 1) {
    const [folded, next] = row.children;
    assert.equal(folded.tag, "details");
    assert.equal(folded.querySelector("summary").text, "Lia skole");
    assert.match(folded.text, /Rektor 37 00 10 00/);
    assert.equal(next.text, "den 2026-12-01 Teamden 2026-12-15 Team");
    shown();
  }
});

test("a number that rings nobody is no link", () => {
  kept.set("handbok.lillevik.place", "lia");
  shown();
  const links = row.all().filter(({ tag }) => tag === "a");
  assert.deepEqual(
    links.map(({ attributes }) => attributes.href),
    ["tel:+4737001000", "steder/lia.html", "moteplasser/team.html", "moteplasser/team.html"],
  );
});

test("it can be changed, and then nothing is remembered", () => {
  kept.set("handbok.lillevik.place", "tunet");
  shown();
  assert.equal(row.children.length, 1); // no meetings there
  assert.ok(row.classes.has("hb-your-place--chosen"));
  row.querySelector("button").listeners.click();
  assert.equal(row.children[0].tag, "select");
  assert.equal(focused.tag, "select");
  assert.ok(!row.classes.has("hb-your-place--chosen"));
  assert.equal(kept.size, 0);
});

test("a place that is no more is chosen anew", () => {
  kept.set("handbok.lillevik.place", "nedlagt");
  shown();
  assert.equal(row.children[0].tag, "select");
});

test("a browser that keeps nothing shows the choice as long as the page is open", () => {
  const keeping = globalThis.localStorage;
  globalThis.localStorage = {
    getItem() {
      throw new Error("no");
    },
    setItem() {
      throw new Error("no");
    },
  };
  shown();
  row.children[0].value = "lia";
  row.children[0].listeners.change();
  assert.equal(row.querySelector("summary").text, "Lia skole");
  globalThis.localStorage = keeping;
});

test("what is past is left out, and today is not past", () => {
  assert.deepEqual(
    coming(LIA, "2026-12-01").map(({ day }) => day),
    ["2026-12-01", "2026-12-15"],
  );
  assert.deepEqual(coming(LIA, "2027-06-01"), []);
});

test("the page of a place says whether it is the reader's, and makes it so or not", () => {
  const button = Object.assign(new Piece("button"), { textContent: "Gjør dette til stedet mitt" });
  line = Object.assign(new Piece("p"), {
    hidden: true,
    dataset: { place: "lia", key: "handbok.lillevik.place", chosen: "Dette er stedet ditt" },
  });
  line.append(button);
  row = null;
  start(globalThis.document);
  assert.equal(line.hidden, false);
  button.listeners.click();
  assert.deepEqual([kept.get("handbok.lillevik.place"), button.textContent], ["lia", "Dette er stedet ditt"]);
  button.listeners.click();
  assert.deepEqual([kept.size, button.textContent], [0, "Gjør dette til stedet mitt"]);
});

test("a page without either is left alone", () => {
  row = null;
  start(globalThis.document);
  assert.equal(globalThis.document.head.children.filter(({ src }) => !src).length, 0);
});
