/* The answer itself as it is shown above the hits, and whom to ring now where nothing is found. */
"use strict";
var handbokAnswerRow = (() => {
  const { dates: DATES } = handbokTuning.atOnce;

  /**
   * The answer, what it is the answer of, and where that stands.
   * @param {AtOnce} answer
   * @param {WrittenIndex["words"]} words
   * @param {string} target
   * @param {() => void} leave
   */
  function row(answer, words, target, leave) {
    const { make } = handbokAnswers;
    const source = make("a", { href: target }, answer.document.title);
    source.addEventListener("click", leave);
    const about = answer.document.about ? ` · ${answer.document.about}` : "";
    return make(
      "section",
      { class: "hb-answer", "aria-label": words.answer },
      ...said(answer, words),
      make("p", { class: "hb-answer__source" }, source, about),
    );
  }

  /**
   * @param {AtOnce} answer
   * @param {WrittenIndex["words"]} words
   */
  function said(answer, words) {
    const { make } = handbokAnswers;
    const [next, ...later] = answer.dates.slice(0, DATES);
    const big = (/** @type {string} */ text) => make("p", { class: "hb-answer__said" }, text);
    const small = (/** @type {string} */ text) => (text ? make("p", {}, text) : null);
    if (next) return [big(next), small(later.length ? `${words.later} ${later.join(" · ")}` : ""), small(answer.said)];
    if (answer.of === "dates") return [big(words.noDates), small(answer.said)];
    const called = answer.phone || answer.rings ? number(answer.phone, answer.tel, words) : null;
    return answer.rings ? [called, small(answer.said)] : [big(answer.said), called];
  }

  /**
   * A number that rings, one that only holds a place, or that there is none.
   * @param {string} phone
   * @param {string} tel
   * @param {WrittenIndex["words"]} words
   */
  function number(phone, tel, words) {
    const { make } = handbokAnswers;
    if (!phone) return make("p", { class: "hb-answer__said" }, words.noNumber);
    if (tel) return make("a", { class: "hb-answer__phone", href: tel }, `${words.call} ${phone}`);
    return make("p", { class: "hb-answer__said hb-placeholder" }, `${phone} (${words.placeholder})`);
  }

  /**
   * Whom to ring now, whoever answers at this moment first.
   * @param {RingData} ring
   * @param {WrittenIndex["words"]} words
   */
  function ringNow({ rows, calendar }, words) {
    const { make } = handbokAnswers;
    if (!rows.length) return null;
    const answers = handbokRing.answering(rows, calendar, handbokRing.inNorway(new Date()));
    const ordered = handbokRing.inOrder(answers).map((place) => rows[place]);
    const items = ordered.map((one) =>
      make("li", {}, number(one.phone, one.tel, words), ` ${one.name}`, hours(one.said)),
    );
    return make(
      "section",
      { class: "hb-find__ring", "aria-label": words.ring },
      make("h2", {}, words.ring),
      make("ul", {}, ...items),
    );
  }

  /** @param {string} text */
  function hours(text) {
    return text ? handbokAnswers.make("small", {}, ` ${text}`) : null;
  }

  return { row, ringNow };
})();
