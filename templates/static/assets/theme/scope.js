/* What Material's own scripts keep in the browser is kept under the handbook's address. As Material's
   partials/javascripts/base.html, which is inline there. */
var __md_scope = new URL(document.currentScript?.dataset.base ?? ".", location.href);
var __md_hash = (/** @type {string} */ text) =>
  [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
var __md_get = (/** @type {string} */ key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`) ?? "null");
var __md_set = (
  /** @type {string} */ key,
  /** @type {unknown} */ value,
  storage = localStorage,
  scope = __md_scope,
) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A full or closed storage only means that the choice is not remembered.
  }
};
