// What the address opens, what is open in print, and what the button says it will do.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { run } from "./support.mjs";

/** An element that lies in others, as far as the script looks. */
class Piece {
  constructor(id, inside = null, open = true, fold = true) {
    Object.assign(this, { id, parentElement: inside, open, fold, seen: false, listeners: {} });
  }
  closest(selector) {
    if (!selector.startsWith("details")) return null;
    const matches = this.fold && !(selector.includes(":not([open])") && this.open);
    return matches ? this : (this.parentElement?.closest(selector) ?? null);
  }
  scrollIntoView() {
    this.seen = true;
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
}

let pieces, listeners, button;

function page(made, hash = "") {
  pieces = made;
  listeners = {};
  button = Object.assign(new Piece("button", null, true, false), {
    dataset: { open: "Vis alt", close: "Skjul alt" },
    hidden: true,
  });
  const folds = () => pieces.filter((piece) => piece.fold);
  globalThis.Element = Piece;
  globalThis.location = { hash, href: `https://x.no/a.html${hash}` };
  globalThis.addEventListener = (name, listener) => {
    listeners[name] = listener;
  };
  globalThis.document = {
    addEventListener: globalThis.addEventListener,
    getElementById: (id) => pieces.find((piece) => piece.id === id) ?? null,
    querySelectorAll: (selector) =>
      selector.endsWith("button")
        ? [button]
        : selector.includes(":not([open])")
          ? folds().filter(({ open }) => !open)
          : folds(),
  };
  if (globalThis.handbokFold) globalThis.handbokFold.start();
  else run("assets/fold.js");
}

let outer, inner, heading, other;
beforeEach(() => {
  outer = new Piece("outer", null, false);
  inner = new Piece("inner", outer, false);
  heading = new Piece("møte", inner, false, false);
  other = new Piece("other", null, false);
});

test("an address opens all that its place lies in, and nothing else", () => {
  page([outer, inner, heading, other], "#m%C3%B8te");
  assert.deepEqual([outer.open, inner.open, other.open], [true, true, false]);
  assert.ok(heading.seen);
});

for (const hash of ["", "#", "#finnes-ikke", "#%E0%A4%A"]) {
  test(`the address «${hash}» opens nothing`, () => {
    page([outer, inner, heading], hash);
    assert.deepEqual([outer.open, inner.open, heading.seen], [false, false, false]);
  });
}

test("what is open already is left where the reader has it", () => {
  outer.open = true;
  inner.open = true;
  page([outer, inner, heading], "#m%C3%B8te");
  assert.ok(!heading.seen);
});

test("a new address opens what it names, and a link to where one is opens it again", () => {
  page([outer, inner, heading]);
  Object.assign(location, { hash: "#m%C3%B8te", href: "https://x.no/a.html#m%C3%B8te" });
  listeners.hashchange();
  assert.ok(inner.open);
  inner.open = false;
  const link = Object.assign(new Piece("link"), { hash: location.hash, href: location.href });
  link.closest = () => link;
  listeners.click({ target: link });
  assert.ok(inner.open);
  inner.open = false;
  listeners.click({ target: Object.assign(link, { href: "https://x.no/b.html#m%C3%B8te" }) });
  assert.ok(!inner.open);
});

test("all is open in print, and afterwards as it was", () => {
  other.open = true;
  page([outer, inner, other]);
  listeners.beforeprint();
  assert.ok(outer.open && inner.open && other.open);
  listeners.afterprint();
  assert.deepEqual([outer.open, inner.open, other.open], [false, false, true]);
});

test("the button opens all, then closes all, and says which, also when the last is opened by hand", () => {
  page([outer, other]);
  assert.deepEqual([button.hidden, button.textContent], [false, "Vis alt"]);
  button.listeners.click();
  assert.ok(outer.open && other.open);
  outer.listeners.toggle();
  assert.equal(button.textContent, "Skjul alt");
  button.listeners.click();
  assert.ok(!outer.open && !other.open);
  outer.open = true;
  other.open = true;
  other.listeners.toggle();
  assert.equal(button.textContent, "Skjul alt");
});

test("where nothing folds there is no button", () => {
  page([heading]);
  assert.ok(button.hidden);
});
