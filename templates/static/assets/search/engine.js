/* Finds and ranks. MiniSearch holds the index; here a question becomes terms, and the hits become an order. */
"use strict";
var handbokSearch = (() => {
  const { words, texts, fold, stem, wanted, direction, isStop, isCommon, asksForKind } = handbokNorwegian;
  const FIELDS = { title: 6, names: 5, asked: 3, parts: 2.5, about: 2, law: 1.2, body: 1 };
  const MOST = 60;
  /** How much other ways to a word count against the word itself. */
  const PREFIX = 0.55,
    LONGER = 0.25,
    CORRECTED = 0.9,
    SYNONYM = 0.75,
    PART = 0.6,
    INSIDE = 0.5,
    KIND_WORD = 0.4,
    COMMON_WORD = 0.5,
    LONE_NUMBER = 0.2;
  /** How much more a document counts when its kind is asked for, when the question is its very name or holds what
      people say of it, and when it has all the words they say it with. */
  const WANTED = 2.8,
    NAMED = 2.5,
    BEGINS = 1.9,
    NAMED_TERM = 1.4,
    SAID = 2,
    MEANT = 1.6;
  /** Beyond the first few, what is this much weaker than the best is left out. */
  const FEW = 10,
    WEAK = 0.06;
  const SAID_SCORE = 60,
    SAID_SHARE = 0.75;
  /** How much the answers of one workplace count when the question is what it may tell, and otherwise. */
  const ANSWERS = 7,
    ASIDE = 0.3;

  let data, documents, engine, compounds, stemCompounds, synonyms, surfaces, named, tellers, indexing;
  const analysed = new Map();

  /** What `builder/search/index.py` writes, called by the script it makes. */
  function index(written) {
    data = written;
    documents = written.documents.map(unpacked);
    analysed.clear();
    surfaces = new Map();
    readCompounds(written.compounds);
    engine = new MiniSearch({
      fields: Object.keys(FIELDS),
      extractField: (document, field) => (field === "id" ? document.id : indexed(document, field)),
      tokenize: texts,
      processTerm: (word, field) => terms(word, field),
    });
    indexing = true;
    engine.addAll(documents);
    indexing = false;
    readSynonyms();
    readNames();
    readTellers();
  }

  function unpacked(fields, id) {
    const [
      kind,
      page,
      anchor = "",
      title = "",
      about = "",
      names = "",
      asked = "",
      body = "",
      law = "",
      phone = "",
      tel = "",
      anchors = "",
    ] = fields;
    const [kindId, label, weight] = data.kinds[kind];
    return {
      id,
      kind: kindId,
      label,
      weight,
      page,
      anchor,
      title,
      about,
      names,
      asked,
      body,
      law,
      phone,
      tel,
      anchors,
    };
  }

  function indexed(document, field) {
    return field === "parts" ? `${document.title} ${document.names}` : document[field];
  }

  function readCompounds(text) {
    compounds = new Map();
    stemCompounds = new Map();
    for (const entry of text.split(" ")) {
      const [word, ...parts] = entry.split("|");
      compounds.set(word, parts);
      stemCompounds.set(stem(fold(word)), parts);
    }
  }

  /** The words of the glossary, each way a term is said -> the terms it stands for. */
  function readSynonyms() {
    synonyms = new Map();
    for (const document of documents.filter((one) => one.kind === "term")) {
      const term = phrase(document.title);
      for (const name of document.names.split("\n").filter(Boolean)) {
        addSynonym(phrase(name), term, SYNONYM);
        addSynonym(term, phrase(name), SYNONYM / 2);
      }
    }
  }

  function addSynonym(from, to, weight) {
    const key = from.join(" ");
    if (!key || !to.length || key === to.join(" ")) return;
    addTo(synonyms, key, { stems: to, weight });
  }

  /** The stems of what a text is about. */
  function phrase(text) {
    return words(text)
      .filter((word) => !isStop(word.text))
      .map((word) => stem(fold(word.text)));
  }

  /** What a word comes to: its spelling, its stem, the stems of its parts, and the terms it is indexed by. */
  function analyse(word) {
    let found = analysed.get(word);
    if (!found) {
      const folded = fold(word);
      const root = stem(folded);
      const parts = (compounds.get(word.toLowerCase()) || []).map((part) => stem(fold(part)));
      const whole = folded === root ? [folded] : [folded, root];
      const stop = isStop(word);
      found = { folded, stem: root, parts, stop, whole, body: stop ? null : [...new Set([...whole, ...parts])] };
      analysed.set(word, found);
      if (indexing && !surfaces.has(folded)) surfaces.set(folded, word.toLowerCase());
    }
    return found;
  }

  function terms(word, field) {
    const found = analyse(word);
    if (field === "parts") return found.parts.length ? found.parts : null;
    return field === "body" ? found.body : found.whole;
  }

  /** The words a question is about, each with other ways to it. The last one may still be typed. */
  function understood(question) {
    const typing = !/[\s.?!,]$/.test(question);
    const all = words(question);
    const telling = all.filter((word) => !isStop(word.text));
    const asked = (telling.length ? telling : all).flatMap((word, place, list) =>
      known(word.text, typing && place === list.length - 1),
    );
    const meant = asked.some((word) => !asksForKind(word.stem));
    const several = asked.length > 1;
    for (const word of asked) {
      if (meant && asksForKind(word.stem)) word.weight *= KIND_WORD;
      else if (several && isCommon(word.stem)) word.weight *= COMMON_WORD;
      else if (several && /^\d\d?$/.test(word.text) && !wanted(question, []).has("law")) word.weight *= LONE_NUMBER;
    }
    return withSynonyms(asked);
  }

  /** A word the handbook knows: as it stands, its parts, a word it stands inside, or one spelled nearly so. */
  function known(text, typing) {
    const { folded, stem: root } = analyse(text);
    const parts = split(folded, root);
    const asked = { text, folded, stem: root, typing, weight: 1, synonyms: [], inside: [], parts, known: true };
    if (/\d/.test(folded) || synonyms.has(root) || has(folded) || has(root)) return [asked];
    asked.known = false;
    if (typing && lookup(folded, { prefix: true }).length) return [asked];
    const slip = nearest(folded, 1);
    if (slip) return [corrected(asked, slip)];
    if (parts.length) return [asked];
    const inside = holding(folded);
    if (inside.length) return [{ ...asked, inside }];
    const near = nearest(folded, folded.length > 8 ? 3 : 2);
    return [near ? corrected(asked, near) : asked];
  }

  function corrected(asked, near) {
    return { ...asked, folded: near, stem: stem(near), weight: CORRECTED, parts: [], typing: false };
  }

  const has = (term) => lookup(term).length > 0;

  /** The parts of a compound the handbook does not use, when it uses them. */
  function split(folded, root) {
    if (stemCompounds.has(root)) return stemCompounds.get(root).map((part) => stem(fold(part)));
    for (let cut = folded.length - 3; cut >= 3; cut -= 1) {
      const head = stem(folded.slice(cut));
      if (head.length < 3 || !(has(head) || asksForKind(head))) continue;
      const before = folded.slice(0, cut);
      const first = [before, before.replace(/[se]$/, "")].map(stem).find((part) => part.length > 3 && has(part));
      if (first) return [first, head];
    }
    return [];
  }

  /** The words that a word is part of: «stasjon» in «helsestasjon». */
  function holding(folded) {
    if (folded.length < 4) return [];
    return Array.from(surfaces.keys()).filter((word) => word.endsWith(folded) || word.startsWith(folded));
  }

  /** The word the handbook uses most among those spelled most like one it does not use. */
  function nearest(folded, most) {
    if (folded.length < 4) return "";
    for (let distance = 1; distance <= (folded.length > 4 ? most : 1); distance += 1) {
      const uses = new Map();
      for (const hit of lookup(folded, { fuzzy: distance })) {
        for (const term of hit.terms) uses.set(term, (uses.get(term) || 0) + hit.score);
      }
      if (uses.size) return Array.from(uses).sort((one, other) => other[1] - one[1])[0][0];
    }
    return "";
  }

  /** Gives each word the synonyms of the phrases it begins. */
  function withSynonyms(asked) {
    for (let start = 0; start < asked.length; start += 1) {
      for (let end = start + 1; end <= Math.min(asked.length, start + 4); end += 1) {
        const key = asked
          .slice(start, end)
          .map((word) => word.stem)
          .join(" ");
        for (const found of synonymsOf(key, asked[end - 1]))
          asked[start].synonyms.push({ ...found, covers: end - start });
      }
    }
    return asked;
  }

  /** The synonyms of a phrase; while its last word is typed, of every word that begins so. */
  function synonymsOf(key, last) {
    const whole = synonyms.get(key) || [];
    if (whole.length || !last.typing || last.known || key.length < 4 || key.includes(" ")) return whole;
    return Array.from(synonyms)
      .filter(([said]) => said.startsWith(key))
      .flatMap(([, found]) => found);
  }

  function lookup(query, options) {
    return engine.search(query, { boost: FIELDS, tokenize: (text) => [text], processTerm: (term) => term, ...options });
  }

  /** Hits for one word: document id -> {score, terms}. The best way to a document counts. */
  function hits(word) {
    const best = new Map();
    const prefix = word.folded.length > 1 && (word.typing || !word.known);
    collect(best, lookup(word.folded, { prefix, weights: { prefix: word.known ? LONGER : PREFIX } }), 1);
    if (word.stem !== word.folded) collect(best, lookup(word.stem), 1);
    const meaning = word.parts.filter((part) => !asksForKind(part));
    const telling = meaning.length ? meaning : word.parts.slice(0, 1);
    if (telling.length) collect(best, lookup({ combineWith: "AND", queries: telling }), PART / telling.length);
    if (word.inside.length) collect(best, lookup({ combineWith: "OR", queries: word.inside }), INSIDE);
    return best;
  }

  function collect(best, found, weight) {
    for (const hit of found) {
      const before = best.get(hit.id);
      const score = hit.score * weight;
      if (!before) best.set(hit.id, { score, terms: new Set(hit.terms) });
      else {
        before.score = Math.max(before.score, score);
        for (const term of hit.terms) before.terms.add(term);
      }
    }
  }

  /** Hits for the terms that stand for a word: all their words must be there. */
  function synonymHits(found) {
    const all = lookup({ combineWith: "AND", queries: found.stems });
    return all.map((hit) => ({ ...hit, score: (hit.score / found.stems.length) * found.weight }));
  }

  /**
   * What answers a question, best first.
   * @returns {{results: {document, score, terms: Set<string>}[], counts: Map<string, number>, words}}
   */
  function find(question) {
    const asked = understood(question);
    const covered = asked.map(hits);
    asked.forEach((word, place) => {
      for (const found of word.synonyms) {
        const synonymous = synonymHits(found);
        for (let at = place; at < place + found.covers; at += 1) collect(covered[at], synonymous, 1);
      }
    });
    const kinds = wanted(
      question,
      asked.flatMap((word) => [word.stem, ...word.parts]),
    );
    return ranked(asked, totals(asked, covered), kinds, question);
  }

  function totals(asked, covered) {
    const found = new Map();
    asked.forEach((word, place) => {
      for (const [id, hit] of covered[place]) {
        const total = found.get(id) || { score: 0, weight: 0, terms: new Set() };
        total.score += hit.score * word.weight;
        total.weight += word.weight;
        for (const term of hit.terms) total.terms.add(term);
        found.set(id, total);
      }
    });
    return found;
  }

  function ranked(asked, found, kinds, question) {
    const whole = asked.reduce((sum, word) => sum + word.weight, 0);
    const boosts = boosted(asked, question);
    for (const [id, boost] of boosts)
      if (boost === SAID) {
        const { score = 0, weight = 0, terms: hit = new Set() } = found.get(id) || {};
        found.set(id, { score: Math.max(score, SAID_SCORE), weight: Math.max(weight, whole * SAID_SHARE), terms: hit });
      }
    const answers = answering(asked, question, kinds);
    const results = Array.from(found, ([id, total]) => {
      const document = documents[id];
      const share = answers.has(id) ? 1 : total.weight / whole;
      const asks = document.anchors ? (answers.has(id) ? ANSWERS : ASIDE) : kinds.has(document.kind) ? WANTED : 1;
      return {
        document,
        terms: total.terms,
        score: total.score * share * share * document.weight * asks * (boosts.get(id) || 1),
      };
    });
    results.sort((one, other) => other.score - one.score || one.document.id - other.document.id);
    const far = results.findIndex((one, place) => place >= FEW && one.score < results[0].score * WEAK);
    if (far >= 0) results.length = far;
    const counts = new Map();
    for (const { document } of results) counts.set(document.kind, (counts.get(document.kind) || 0) + 1);
    return { results, counts, words: asked };
  }

  /** The ids of documents by each of their names, and the names as they are said, stop words and all. */
  function readNames() {
    named = { exact: new Map(), begins: new Map(), said: [], meant: [] };
    for (const document of documents) {
      const title = phrase(document.title);
      for (let end = 1; end < title.length; end += 1) addTo(named.begins, title.slice(0, end).join(" "), document.id);
      for (const name of [document.title, ...document.names.split("\n"), ...document.asked.split("\n")]) {
        const key = phrase(name).join(" ");
        if (key) addTo(named.exact, key, document.id);
        const said = words(name.toLowerCase()).map((word) => word.text);
        if (said.length > 1) named.said.push([` ${said.join(" ")} `, document.id]);
      }
      for (const asked of document.asked.split("\n").map(phrase)) {
        if (asked.length > 1) named.meant.push([asked, document.id]);
      }
    }
  }

  /** Who may tell: each name of one word -> the ids of its answers. */
  function readTellers() {
    tellers = new Map();
    for (const document of documents.filter((one) => one.anchors)) {
      for (const name of document.names.split("\n").map(phrase))
        if (name.length === 1) addTo(tellers, name[0], document.id);
    }
  }

  /** The ids of the answers to a question about sharing: of the one who tells, where the question names two. */
  function answering(asked, question, kinds) {
    const { from, to } = direction(question);
    const named = kinds.has("rule") ? asked.map((word) => word.stem).filter((stem) => tellers.has(stem)) : [];
    const teller =
      new Set(named).size > 1 && (named.find((stem) => from.has(stem)) || named.find((stem) => !to.has(stem)));
    return new Set(teller ? tellers.get(teller) : []);
  }

  function addTo(lists, key, value) {
    if (lists.has(key)) lists.get(key).push(value);
    else lists.set(key, [value]);
  }

  /** A question that is the very name of something, or holds one said as people say it, is about that thing. */
  function boosted(asked, question) {
    const boosts = new Map();
    const stems = new Set(asked.map((word) => word.stem));
    for (const [meaning, id] of named.meant) if (meaning.every((stem) => stems.has(stem))) boosts.set(id, MEANT);
    const said = ` ${words(question.toLowerCase())
      .map((word) => word.text)
      .join(" ")} `;
    for (const [name, id] of named.said)
      if (said.includes(name)) boosts.set(id, documents[id].kind === "term" ? NAMED_TERM : SAID);
    const key = asked.map((word) => word.stem).join(" ");
    for (const id of named.begins.get(key) || []) boosts.set(id, BEGINS);
    for (const id of named.exact.get(key) || []) {
      boosts.set(id, documents[id].kind === "term" ? NAMED_TERM : NAMED);
    }
    return boosts;
  }

  /** The line of a document that best shows why it was found, and where on the page it stands: {text, anchor}. */
  function line(document, found) {
    let best = { text: "", anchor: document.anchor, count: -1 };
    const anchors = document.anchors.split("\n");
    const telling = anchors.length > 1 ? beside(document, found) : found;
    for (const [place, text] of document.body.split("\n").entries()) {
      const matched = words(text)
        .filter((word) => matches(word.text, telling))
        .map((word) => analyse(word.text).stem);
      const count = new Set(matched).size;
      if (count > best.count) best = { text, anchor: (count && anchors[place]) || document.anchor, count };
    }
    return best;
  }

  /** The terms that were found but for a document's own names: of «NAV to BUP», on the page of NAV, the other. */
  function beside(document, found) {
    const own = new Set(words(`${document.title} ${document.names}`).flatMap((word) => analyse(word.text).body || []));
    return new Set(Array.from(found).filter((term) => !own.has(term)));
  }

  /** Whether a word in a text is one of the terms that were found. */
  function matches(word, found) {
    const one = analyse(word);
    if (one.stop) return false;
    return found.has(one.folded) || found.has(one.stem) || one.parts.some((part) => found.has(part));
  }

  /** What the words of a question were taken for, where that is not as they were written; else nothing. */
  function meant(asked) {
    return asked.some((word) => word.weight === CORRECTED)
      ? asked.map((word) => surfaces.get(word.folded) || word.text).join(" ")
      : "";
  }

  /** A question the handbook can answer, near one it cannot. */
  function suggest(question) {
    const found = engine.autoSuggest(phrase(question).join(" "), {
      fuzzy: 0.5,
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    const term = found.flatMap((one) => one.terms).find((one) => surfaces.has(one));
    return term ? surfaces.get(term) : "";
  }

  return {
    index,
    find,
    line,
    matches,
    meant,
    suggest,
    words,
    get data() {
      return data;
    },
    get ready() {
      return Boolean(engine);
    },
    MOST,
  };
})();
