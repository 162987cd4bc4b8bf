// What the list of contacts is filtered by.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support.mjs";

// A page with nothing on it: the script finds nothing to make handier.
const said = new Map();
const documentElement = { style: { setProperty: (name, text) => said.set(name, text) } };
globalThis.document = { forms: [], querySelectorAll: () => [], documentElement };
run("assets/search/letters.js");
run("assets/pages.js");
const { isAsked, folded } = globalThis.handbokPages;
const CONTACT = {
  words: folded("Leder PP-tjenesten Øvre Sund skole"),
  kind: "service",
  area: "ovre-sund",
  vacant: false,
};
const ALL = { words: "", kind: "", area: "", vacant: false };

for (const [asked, shown] of [
  [{}, true],
  [{ words: "leder" }, true],
  [{ words: "  SKOLE øvre " }, true],
  [{ words: "Øvre Sund" }, true],
  [{ words: "léder ÖVRE" }, true],
  [{ words: "leder barnehage" }, false],
  [{ kind: "service" }, true],
  [{ kind: "school" }, false],
  [{ area: "ovre-sund", words: "leder" }, true],
  [{ area: "nedre-sund" }, false],
  [{ vacant: true }, false],
]) {
  test(`asked for ${JSON.stringify(asked)}, a contact is ${shown ? "shown" : "hidden"}`, () => {
    assert.equal(isAsked(CONTACT, { ...ALL, ...asked }), shown);
  });
}

test("a vacant role is shown where only those are asked for", () => {
  assert.ok(isAsked({ ...CONTACT, vacant: true }, { ...ALL, vacant: true }));
});

test("a page that says nothing of itself has nothing said at the foot of its sheets", () => {
  assert.deepEqual([...said.values()], ['""', '""']);
});
