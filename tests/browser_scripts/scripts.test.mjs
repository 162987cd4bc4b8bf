// The scripts as they are published.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LISTED, scriptsIn, textOf } from "./support.mjs";

const SEARCH = scriptsIn("assets/search/");
const OURS = new Map([
  ...SEARCH,
  ...["assets/", "assets/theme/", "assets/offline/", ""].flatMap((folder) => [...scriptsIn(folder)]),
]);

test("the list of the search's scripts has them all, once", () => {
  const listed = [LISTED.page, ...LISTED.engine];
  assert.equal(new Set(listed).size, listed.length);
  assert.deepEqual(listed.filter((path) => path.startsWith("assets/search/")).sort(), [...SEARCH.keys()].sort());
  for (const path of listed) assert.ok(textOf(path));
});

test("the types of MiniSearch are those of the version that is published", () => {
  const { devDependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const listed = readFileSync(new URL("../../requirements/vendored.toml", import.meta.url), "utf8");
  assert.match(listed, new RegExp(`name = "MiniSearch"\nversion = "${devDependencies.minisearch}"\n`));
});

test("no registry is named in the list of tools", () => {
  const lock = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  assert.doesNotMatch(lock, /"resolved"|registry/);
});

test("each has one purpose and fits on a few screens", () => {
  for (const [path, text] of OURS) assert.ok(text.split("\n").length < 300, path);
});

test("none names a page or another script: addresses are given them", () => {
  const given = [...OURS].filter(([path]) => path !== "sw.js");
  for (const [path, text] of given) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
    assert.doesNotMatch(code, /["'`][^"'`\n]*(\.html|\.js|assets\/)/, path);
  }
});

test("they are plain scripts, which also run where a page is opened from a folder", () => {
  for (const [path, text] of OURS) assert.doesNotMatch(text, /^\s*(import|export) /m, path);
});
