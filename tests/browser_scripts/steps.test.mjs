// Where a reader is in a situation, what is done, and what is remembered of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support.mjs";

const STEPS = ["steg-se", "steg-snakk", "steg-meld"];
const stored = new Map();
globalThis.location = { pathname: "/risor/situasjoner/bekymret.html", hash: "", href: "https://x.no/a.html" };
globalThis.handbokFold = { named: (hash) => (hash ? { id: hash.slice(1) } : null) };
globalThis.document = { querySelectorAll: () => [], querySelector: () => null, getElementById: (id) => folds[id] };
globalThis.addEventListener = () => {};
globalThis.localStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
  removeItem: (key) => stored.delete(key),
};
const KEY = "handbok:steg:/risor/situasjoner/bekymret.html";
const WORKING = globalThis.localStorage;

class Piece {
  constructor() {
    const classes = new Set();
    Object.assign(this, { open: false, title: "", dataset: {}, attributes: {}, seen: 0, focused: 0 });
    this.classList = {
      toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)),
      contains: (name) => classes.has(name),
    };
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  closest() {
    return this;
  }
  querySelector() {
    return { focus: () => this.focused++ };
  }
  scrollIntoView() {
    this.seen++;
  }
}
let folds = {};

run("assets/steps.js");
const { Situation, known, markBegun, moved } = globalThis.handbokSteps;

/** A page with three steps, opened anew: the object, its marks and its folds. */
function opened(hash = "") {
  globalThis.location.hash = hash;
  folds = Object.fromEntries(STEPS.map((step) => [step, new Piece()]));
  const marks = STEPS.map((step) =>
    Object.assign(new Piece(), { hash: `#${step}`, dataset: { title: step.slice(5) } }),
  );
  const status = { textContent: "" };
  const told = {
    hidden: true,
    dataset: { told: "{number} av {total}, {done}" },
    querySelector: (selector) => (selector === "button" ? null : status),
  };
  const nav = { dataset: { done: "gjort" }, querySelectorAll: () => marks, querySelector: () => told };
  const situation = new Situation(nav);
  situation.start();
  return { situation, marks, told, status, open: () => STEPS.filter((step) => folds[step].open) };
}

test("a reader who comes for the first time is at the first step, and nothing is remembered", () => {
  stored.clear();
  const { marks, told, open } = opened();
  assert.deepEqual(open(), ["steg-se"]);
  assert.equal(marks[0].attributes["aria-current"], "step");
  assert.ok(told.hidden);
  assert.equal(stored.size, 0);
});

test("on to the next, the one that is left is done, and both are remembered", () => {
  stored.clear();
  const first = opened();
  first.situation.set(moved(first.situation.progress, "steg-snakk", true));
  first.situation.lead("steg-snakk");
  assert.deepEqual(first.open(), ["steg-snakk"]);
  assert.deepEqual([folds["steg-snakk"].focused, folds["steg-snakk"].seen], [1, 1]);
  const again = opened();
  assert.deepEqual(again.open(), ["steg-snakk"]);
  assert.deepEqual([folds["steg-snakk"].seen, again.told.hidden, again.status.textContent], [0, false, "2 av 3, 1"]);
  assert.deepEqual([again.marks[0].title, again.marks[1].title], ["se – gjort", "snakk"]);
  assert.ok(folds["steg-se"].classList.contains("hb-is-done"));
  again.situation.restart();
  assert.deepEqual([again.open(), stored.size, again.told.hidden], [["steg-se"], 0, true]);
});

test("situations to choose among say where the reader is in those that are begun, and are not folded away", () => {
  stored.clear();
  stored.set("handbok:steg:/a.html", JSON.stringify({ at: "steg-meld", done: [], number: 3 }));
  stored.set("handbok:steg:/b.html", JSON.stringify({ at: "steg-meld", done: [] }));
  globalThis.document.createElement = () => ({});
  const fold = { setAttribute: (name, value) => folded.set(name, value) };
  const folded = new Map();
  const links = ["/a.html", "/b.html", "/c.html"].map((pathname) => ({
    pathname,
    told: [],
    closest: (selector) => (selector === "details" && pathname === "/a.html" ? fold : null),
    append(...parts) {
      this.told.push(...parts);
    },
  }));
  markBegun({ dataset: { begun: "du er på steg {number}" }, querySelectorAll: () => links });
  assert.deepEqual(
    links.map(({ told }) => told[1]?.textContent),
    ["du er på steg 3", undefined, undefined],
  );
  assert.deepEqual([...folded], [["open", ""]]);
});

test("an address goes before what is remembered, and changes nothing of it", () => {
  stored.set(KEY, JSON.stringify({ at: "steg-snakk", done: ["steg-se"] }));
  const { open, marks } = opened("#steg-meld");
  assert.deepEqual(open(), ["steg-meld"]);
  assert.equal(marks[2].attributes["aria-current"], "step");
  assert.equal(JSON.parse(stored.get(KEY)).at, "steg-snakk");
});

test("an address to something else leaves the reader at the step that is open as the page is made", () => {
  stored.clear();
  assert.deepEqual(opened("#medvirkning").open(), []);
});

for (const kept of [
  "",
  "[]",
  "null",
  "{",
  '{"at": 1, "done": []}',
  '{"at": "steg-se"}',
  '{"at": "borte", "done": []}',
]) {
  test(`what is kept as ${kept || "nothing"} is as if it was not there`, () => {
    stored.set(KEY, kept);
    assert.deepEqual(opened().open(), ["steg-se"]);
  });
}

test("a browser that keeps nothing lets the reader go on all the same", () => {
  const refuse = () => {
    throw new Error("forbidden");
  };
  globalThis.localStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  try {
    const { situation, told, marks } = opened();
    situation.set(moved(situation.progress, "steg-snakk", true));
    assert.equal(marks[1].attributes["aria-current"], "step");
    assert.ok(told.hidden);
    situation.restart();
    assert.equal(marks[0].attributes["aria-current"], "step");
  } finally {
    globalThis.localStorage = WORKING;
  }
});

test("steps that are gone are forgotten, in the order the steps stand", () => {
  assert.deepEqual(known({ at: "steg-meld", done: ["borte", "steg-snakk", "steg-se"] }, STEPS), {
    at: "steg-meld",
    done: ["steg-se", "steg-snakk"],
  });
});

test("a way back does not make a step done, and none is done twice", () => {
  assert.deepEqual(moved({ at: "steg-meld", done: ["steg-se"] }, "steg-se", false).done, ["steg-se"]);
  assert.deepEqual(moved({ at: "steg-se", done: ["steg-se"] }, "steg-snakk", true).done, ["steg-se"]);
});
