/* What the search shows: hits, filters and notices, as elements. Texts from the handbook are only ever text. */
"use strict";
var handbokAnswers = (() => {
  const { best: BEST, ofEach: OF_EACH, most: MOST } = handbokTuning.shown;

  /**
   * An element with attributes and children.
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} name
   * @param {Record<string, string>} attributes
   * @param {(Node | string | null)[]} children
   */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.flatMap((child) => child || []));
    return element;
  }

  /**
   * A sentence with its blanks filled.
   * @param {string} sentence
   * @param {Record<string, string | number>} values
   */
  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /**
   * The best hits whatever they are, then a few more of each kind. Of one kind alone, all that are worth showing.
   * @param {Hit[]} hits
   * @param {WrittenIndex["kinds"]} kinds
   * @param {string} only a kind, or nothing
   * @returns {HitGroup[]}
   */
  function grouped(hits, kinds, only) {
    if (only) return [{ kind: "", label: "", hits: ofKind(hits, only).slice(0, MOST), more: false }];
    const rest = hits.slice(BEST);
    const others = kinds.map(([kind, label]) => ({ kind, label, hits: ofKind(rest, kind) }));
    return [
      { kind: "", label: "", hits: hits.slice(0, BEST), more: false },
      ...others
        .filter((group) => group.hits.length)
        .map((group) => ({ ...group, hits: group.hits.slice(0, OF_EACH), more: group.hits.length > OF_EACH })),
    ];
  }

  /**
   * @param {Hit[]} hits
   * @param {string} kind
   */
  function ofKind(hits, kind) {
    return hits.filter((hit) => hit.document.kind === kind);
  }

  class Answers {
    /**
     * @param {WrittenIndex} data
     * @param {AnswersPage} page what the answers ask of the page they are on
     */
    constructor(data, page) {
      this.data = data;
      this.page = page;
      this.excerpts = handbokSearch.excerpts;
    }

    /**
     * How many hits there are, in words.
     * @param {Found} found
     * @param {string} only
     */
    count({ results }, only) {
      const { words } = this.data;
      const count = only ? ofKind(results, only).length : results.length;
      return count === 1 ? words.one : filled(words.many, { count });
    }

    /**
     * What is shown above the hits, and the hits.
     * @param {Found} found
     * @param {string} only
     */
    shown(found, only) {
      const groups = grouped(found.results, this.data.kinds, only);
      return [...this.notices(found), ...this.atOnce(found), ...groups.map((group) => this.group(group))];
    }

    /** @param {Found} found */
    atOnce(found) {
      const answer = handbokSearch.atOnce(found, found.question);
      if (!answer) return [];
      const target = this.target(answer.document, answer.anchor);
      return [handbokAnswerRow.row(answer, this.data.words, target, () => this.page.leave(target))];
    }

    /** @param {Found} found */
    notices(found) {
      const { words, built, builtOn } = this.data;
      const meant = handbokSearch.meant(found.words);
      const copy = "copy" in document.documentElement.dataset || builtOn < this.page.builtOn;
      return [
        copy ? [make("p", { class: "hb-find__copy" }, filled(words.copy, { date: built }))] : [],
        meant ? [make("p", { class: "hb-find__meant" }, filled(words.meant, { query: meant }))] : [],
      ].flat();
    }

    /**
     * A button for each kind there is, where there are several.
     * @param {Found} found
     * @param {string} only
     */
    filters({ results, counts }, only) {
      const kinds = this.data.kinds.filter(([kind]) => counts.has(kind));
      if (kinds.length < 2) return [];
      const all = this.filter("", this.data.words.all, results.length, only);
      return [all, ...kinds.map(([kind, label]) => this.filter(kind, label, counts.get(kind) ?? 0, only))];
    }

    /**
     * @param {string} kind
     * @param {string} label
     * @param {number} count
     * @param {string} only
     */
    filter(kind, label, count, only) {
      const attributes = { type: "button", "aria-pressed": String(kind === only), "data-kind": kind };
      const button = make("button", attributes, label, " ", make("span", {}, String(count)));
      button.addEventListener("click", () => this.page.only(kind));
      return button;
    }

    /** @param {HitGroup} group */
    group({ kind, label, hits, more }) {
      const section = make("section", {}, label ? make("h2", {}, label) : null);
      section.append(make("ol", { class: "hb-hits" }, ...hits.map((hit) => this.hit(hit))));
      if (more) section.append(this.showMore(kind, label));
      return section;
    }

    /**
     * @param {string} kind
     * @param {string} label
     */
    showMore(kind, label) {
      const said = filled(this.data.words.more, { kind: label });
      const button = make("button", { type: "button", class: "hb-find__more" }, said);
      button.addEventListener("click", () => this.page.only(kind));
      return button;
    }

    /** @param {Hit} hit */
    hit({ document: found, terms }) {
      const { text: line, anchor } = this.excerpts.line(found, terms);
      const target = this.target(found, anchor);
      const shortened = line && this.excerpts.shortened(line, terms);
      const link = make(
        "a",
        { href: target },
        make("span", { class: "hb-hit__kind" }, found.label),
        make("strong", {}, ...this.marked(found.title, terms)),
        found.about ? make("span", { class: "hb-hit__about" }, ...this.marked(found.about, terms)) : null,
        shortened ? make("span", { class: "hb-hit__line" }, ...this.marked(shortened, terms)) : null,
      );
      link.addEventListener("click", () => this.page.leave(target));
      return make("li", { class: "hb-hit" }, link, this.phone(found));
    }

    /**
     * @param {FoundDocument} found
     * @param {string} anchor
     */
    target(found, anchor) {
      if (found.file) return this.page.address(found.file);
      return this.address(found.page) + (anchor ? `#${anchor}` : "");
    }

    /**
     * A text with what was searched for in <mark>.
     * @param {string} text
     * @param {Set<string>} terms
     */
    marked(text, terms) {
      return this.excerpts.pieces(text, terms).map((piece) => (piece.met ? make("mark", {}, piece.text) : piece.text));
    }

    /** @param {FoundDocument} found */
    phone(found) {
      if (!found.phone) return null;
      const { words } = this.data;
      if (found.tel) return make("a", { class: "hb-hit__phone", href: found.tel }, `${words.call} ${found.phone}`);
      return make("span", { class: "hb-hit__phone hb-placeholder" }, `${found.phone} (${words.placeholder})`);
    }

    /**
     * Where to begin instead, and whom to tell, when nothing is found.
     * @param {string} question
     */
    nothing(question) {
      const { words, start, ring } = this.data;
      const near = handbokSearch.suggest(question);
      const ringing = handbokAnswerRow.ringNow(ring, words);
      const situations = handbokSearch.nearest(question).map((hit) => this.hit(hit));
      const links = start.map(([page, label]) => make("li", {}, make("a", { href: this.address(page) }, label)));
      return [
        ...(near ? [this.suggestion(near)] : []),
        ...(ringing ? [ringing] : []),
        make("h2", {}, words.nearest),
        make("ol", { class: "hb-hits" }, ...situations),
        make("p", {}, words.help),
        make("ul", { class: "hb-find__help" }, ...links),
        make("p", {}, this.mail(question)),
      ];
    }

    /** @param {string} near */
    suggestion(near) {
      const button = make("button", { type: "button" }, near);
      button.addEventListener("click", () => this.page.ask(near));
      return make("p", { class: "hb-find__meant" }, this.data.words.didYouMean, " ", button);
    }

    /** @param {string} question */
    mail(question) {
      const { words, editors } = this.data;
      const subject = encodeURIComponent(words.subject);
      const body = encodeURIComponent(`${words.asked}\r\n\r\n${question}\r\n`);
      const href = `mailto:${editors.email}?subject=${subject}&body=${body}`;
      return make("a", { href }, filled(words.tell, { editors: editors.role }));
    }

    /**
     * Where a page is, by what the index calls it.
     * @param {string} page
     */
    address(page) {
      return this.page.address(filled(this.data.address, { page }));
    }
  }

  return { Answers, make, filled, grouped };
})();
