/* One spelling of letters that readers write in several ways, for the search and for the lists on pages that are
   filtered: capitals, accents, «aa» for å, the letters of neighbours for ours, and those of Sámi on any keyboard. */
"use strict";
var handbokLetters = (() => {
  /** Letters that are no other letter with a mark on it. */
  const OTHERS = /** @type {Record<string, string>} */ ({ ä: "æ", ö: "ø", đ: "d", ð: "d", ŋ: "n", ŧ: "t", ß: "ss" });
  const OTHER = new RegExp(`[${Object.keys(OTHERS).join("")}]`, "g");
  /** Marks over and under letters, but for the ring of å; and what is between letters and seen by nobody. */
  const MARK = /(?<!a)\u030a|[\u0300-\u0309\u030b-\u036f]|[\u00ad\u200b-\u200d\u2060\ufeff]/g;
  /** Most words need none of this. */
  const PLAIN = /^[a-zæøå0-9]*$/;

  /** @param {string} text */
  function fold(text) {
    const low = text.toLowerCase();
    const plain = PLAIN.test(low) ? low : unmarked(low);
    return plain.includes("aa") ? plain.replace(/aa/g, "å") : plain;
  }

  /** @param {string} low */
  function unmarked(low) {
    const ours = low.normalize("NFKC").replace(OTHER, (letter) => OTHERS[letter]);
    return ours.normalize("NFD").replace(MARK, "").normalize("NFC");
  }

  return { fold };
})();
