/* The search as readers meet it: a dialog on every page, and the field on the front page. The engine and the
   index are fetched when a reader turns to the search, as scripts, so a page opened from a folder can too. */
"use strict";
(() => {
  const dialog = document.getElementById("hb-find");
  if (!dialog) return;
  const base = new URL(`${dialog.dataset.base}/`, location.href);
  const online = location.protocol.startsWith("http");
  const PARTS = [
    "vendor/snowball/base-stemmer.js",
    "vendor/snowball/norwegian-stemmer.js",
    "vendor/minisearch/minisearch.min.js",
    "search/norwegian.js",
    "search/engine.js",
  ];
  const BEST = 6,
    OF_EACH = 3,
    ANNOUNCE_AFTER = 600;
  const address = (path) => new URL(path, base).href;
  let loading;

  /** Fetches engine and index, once. The index is asked for anew, so that no old number is shown. */
  function load() {
    loading ||= Promise.all([...PARTS.map((part) => script(address(`assets/${part}`))), freshened().then(script)]);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  }

  function freshened() {
    const index = address("assets/search/index.js");
    return online
      ? fetch(index, { cache: "no-cache" }).then(
          () => index,
          () => index,
        )
      : Promise.resolve(index);
  }

  function script(source) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement("script"), { src: source, async: false });
      element.addEventListener("load", () => resolve());
      element.addEventListener("error", () => reject(new Error(source)));
      document.head.append(element);
    });
  }

  /** An element with attributes and children; texts are only ever text. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** A field and the answers under it. */
  class Search {
    constructor(field, answers) {
      this.field = field;
      this.answers = answers;
      this.status = make("p", { class: "hb-find__status", role: "status" });
      this.filters = make("div", { class: "hb-find__filters", role: "group" });
      this.list = make("div", { class: "hb-find__list" });
      this.kind = "";
      answers.append(this.status, this.filters, this.list);
      field.addEventListener("focus", load, { once: true });
      field.addEventListener("pointerdown", load, { once: true });
      field.addEventListener("input", () => {
        this.kind = "";
        this.run();
      });
      field.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.step(0);
      });
      field.form.parentElement.addEventListener("keydown", (event) => this.pressed(event));
    }

    ask(question) {
      this.field.value = question;
      this.kind = "";
      return this.run();
    }

    async run() {
      const question = this.field.value.trim();
      remember(question);
      try {
        await load();
      } catch {
        this.status.textContent = dialog.dataset.failed;
        return;
      }
      if (question === this.field.value.trim()) this.show(this.field.value.trimStart());
    }

    show(question) {
      this.list.replaceChildren();
      this.filters.replaceChildren();
      if (!question) {
        this.announce("");
        return;
      }
      const { data } = handbokSearch;
      const found = handbokSearch.find(question);
      const asked = found.results.filter((hit) => !this.kind || hit.document.kind === this.kind);
      if (!found.results.length) {
        this.showNothing(question, data);
        return;
      }
      this.showFilters(found, data);
      this.list.append(...this.notices(found, data), ...this.groups(asked, data));
      const count = asked.length;
      this.announce(count === 1 ? data.words.one : filled(data.words.many, { count }));
    }

    /** Said once the reader pauses, so a screen reader is not talked over at every key. */
    announce(text) {
      clearTimeout(this.saying);
      this.saying = setTimeout(
        () => {
          this.status.textContent = text;
        },
        this.status.textContent ? ANNOUNCE_AFTER : 0,
      );
    }

    notices(found, data) {
      const meant = handbokSearch.meant(found.words);
      const copy = "copy" in document.documentElement.dataset || data.builtOn < dialog.dataset.built;
      return [
        copy ? make("p", { class: "hb-find__copy" }, filled(data.words.copy, { date: data.built })) : null,
        meant ? make("p", { class: "hb-find__meant" }, filled(data.words.meant, { query: meant })) : null,
      ].filter(Boolean);
    }

    showFilters(found, data) {
      const kinds = data.kinds.filter(([id]) => found.counts.get(id));
      if (kinds.length < 2) return;
      this.filters.setAttribute("aria-label", data.words.filter);
      this.filters.append(this.filter("", data.words.all, found.results.length));
      for (const [id, label] of kinds) this.filters.append(this.filter(id, label, found.counts.get(id)));
    }

    filter(kind, label, count) {
      const pressed = String(kind === this.kind);
      const button = make(
        "button",
        { type: "button", "aria-pressed": pressed, "data-kind": kind },
        label,
        " ",
        make("span", {}, String(count)),
      );
      button.addEventListener("click", () => this.only(kind));
      return button;
    }

    only(kind) {
      this.kind = kind;
      this.show(this.field.value.trimStart());
      this.filters.querySelector(`[data-kind="${kind}"]`)?.focus();
    }

    /** The best hits whatever they are, then a few more of each kind. */
    groups(hits, data) {
      if (this.kind) return [this.group("", hits.slice(0, handbokSearch.MOST))];
      const groups = [this.group("", hits.slice(0, BEST))];
      const rest = hits.slice(BEST);
      for (const [kind, label] of data.kinds) {
        const more = rest.filter((hit) => hit.document.kind === kind);
        if (!more.length) continue;
        const group = this.group(label, more.slice(0, OF_EACH));
        if (more.length > OF_EACH) group.append(this.showMore(kind, label, data));
        groups.push(group);
      }
      return groups;
    }

    showMore(kind, label, data) {
      const button = make(
        "button",
        { type: "button", class: "hb-find__more" },
        filled(data.words.more, { kind: label }),
      );
      button.addEventListener("click", () => this.only(kind));
      return button;
    }

    group(label, hits) {
      const section = make("section", {}, label ? make("h2", {}, label) : null);
      section.append(make("ol", { class: "hb-hits" }, ...hits.map((hit) => this.hit(hit))));
      return section;
    }

    hit({ document: found, terms }) {
      const { text: line, anchor } = handbokSearch.line(found, terms);
      const target = address(`${found.page}.html`) + (anchor ? `#${anchor}` : "");
      const link = make(
        "a",
        { href: target },
        make("span", { class: "hb-hit__kind" }, found.label),
        make("strong", {}, ...marked(found.title, terms)),
        found.about ? make("span", { class: "hb-hit__about" }, ...marked(found.about, terms)) : null,
        line ? make("span", { class: "hb-hit__line" }, ...marked(shortened(line, terms), terms)) : null,
      );
      link.addEventListener("click", () => {
        if (samePage(target)) close();
      });
      return make("li", { class: "hb-hit" }, link, phone(found));
    }

    showNothing(question, data) {
      const near = handbokSearch.suggest(question);
      this.announce(filled(data.words.none, { query: question.trim() }));
      this.status.textContent = filled(data.words.none, { query: question.trim() });
      if (near) this.list.append(this.suggestion(near, data));
      const pages = [
        ["situasjoner/index", "situations"],
        ["kontakter", "contacts"],
        ["tjenester/index", "services"],
      ];
      const links = pages.map(([page, word]) =>
        make("li", {}, make("a", { href: address(`${page}.html`) }, data.words[word])),
      );
      const subject = encodeURIComponent(`${data.words.subject}: ${question.trim()}`);
      const mail = make(
        "a",
        { href: `mailto:${data.editors.email}?subject=${subject}` },
        filled(data.words.tell, { editors: data.editors.role }),
      );
      this.list.append(
        make("p", {}, data.words.help),
        make("ul", { class: "hb-find__help" }, ...links),
        make("p", {}, mail),
      );
    }

    suggestion(near, data) {
      const button = make("button", { type: "button" }, near);
      button.addEventListener("click", () => {
        this.ask(near);
        this.field.focus();
      });
      return make("p", { class: "hb-find__meant" }, filled(data.words.didYouMean, {}), " ", button);
    }

    pressed(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const links = this.links();
      const here = links.indexOf(document.activeElement);
      if (step && (here >= 0 || (document.activeElement === this.field && step > 0))) {
        event.preventDefault();
        this.step(here + step);
      } else if (event.key === "Escape" && !dialog.contains(this.field)) this.ask("");
    }

    links() {
      return Array.from(this.list.querySelectorAll(".hb-hit > a:first-child"));
    }

    /** Moves to a hit; before the first is the field. */
    step(place) {
      const links = this.links();
      if (place < 0) this.field.focus();
      else links[Math.min(place, links.length - 1)]?.focus();
    }
  }

  /** A text in pieces, with what was searched for in <mark>. */
  function marked(text, terms) {
    const pieces = [];
    let end = 0;
    for (const word of handbokSearch.words(text)) {
      if (!handbokSearch.matches(word.text, terms)) continue;
      pieces.push(text.slice(end, word.at), make("mark", {}, word.text));
      end = word.at + word.text.length;
    }
    return [...pieces, text.slice(end)].filter(Boolean);
  }

  /** A long line from a little before the first word that matched. */
  function shortened(line, terms) {
    const LONG = 170,
      BEFORE = 60;
    const first = handbokSearch.words(line).find((word) => handbokSearch.matches(word.text, terms));
    const start = first && first.at > LONG - BEFORE ? line.indexOf(" ", first.at - BEFORE) + 1 : 0;
    const part = line.slice(start, start + LONG);
    const cut = start + LONG < line.length ? `${part.slice(0, part.lastIndexOf(" "))} …` : part;
    return start ? `… ${cut}` : cut;
  }

  function phone(found) {
    if (!found.phone) return null;
    const { words } = handbokSearch.data;
    if (!found.tel)
      return make("span", { class: "hb-hit__phone hb-placeholder" }, `${found.phone} (${words.placeholder})`);
    return make("a", { class: "hb-hit__phone", href: found.tel }, `${words.call} ${found.phone}`);
  }

  const samePage = (target) => target.split("#")[0] === location.href.split(/[?#]/)[0];

  /** The question in the address, so that it can be shared and found again with «back». */
  function remember(question) {
    const now = new URL(location.href);
    if (question) now.searchParams.set("q", question);
    else now.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", now);
    } catch {
      // Pages from a folder may not change their address.
    }
  }

  const inDialog = new Search(document.getElementById("hb-find-field"), dialog.querySelector("[data-hb-answers]"));
  const onPage = frontField();

  function frontField() {
    const field = document.querySelector("main form[role=search] input[type=search]");
    if (!field) return null;
    const answers = make("div", { class: "hb-find__answers hb-find__answers--page" });
    field.form.after(answers);
    return new Search(field, answers);
  }

  function open(question = "") {
    if (!dialog.open) dialog.showModal();
    load();
    if (question) inDialog.ask(question);
    inDialog.field.focus();
    inDialog.field.select();
  }

  function close() {
    dialog.close();
  }

  for (const button of document.querySelectorAll("[data-hb-find-open]")) button.addEventListener("click", () => open());
  dialog.querySelector("[data-hb-find-close]").addEventListener("click", close);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener("close", () => remember(onPage ? onPage.field.value.trim() : ""));

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (onPage) onPage.field.focus();
    else open();
  });

  const asked = new URL(location.href).searchParams.get("q");
  if (asked && onPage) onPage.ask(asked);
  else if (asked) open(asked);
})();
