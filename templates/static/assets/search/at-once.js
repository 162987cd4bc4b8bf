/* The answer itself, where a question asks for one: a number, hours, the next meeting, who, or what one may. What each
   thing can say the builder wrote; here it is chosen. */
"use strict";
var handbokAtOnce = (() => {
  const { texts, digits, listed } = handbokNorwegian;
  const { asksForKind } = handbokIntent;
  const { near, close } = handbokTuning.atOnce;
  const WHO = "(?<!\\p{L})(?:hvem|kven|kem|kemm|kæm|hem|kim)(?: som)?";
  const END = "(?!\\p{L})";

  /** What of a thing is asked for, by the turns of phrase that ask. */
  const ASKED = /** @type {[string, RegExp][]} */ (
    [
      [
        "dates",
        `(?<!\\p{L})neste${END}|(?:når|kva tid|ka tid|hvilken dag|kva dag)${END}.*(?:møt|forum|gruppe|team|kurs|konferanse)|dato`,
      ],
      ["convener", "kall\\p{L}* inn|innkall"],
      ["minutes", "skriv\\p{L}* referat|referent"],
      ["chair", `${WHO} (?:leder?|leiar|leier?|styrer|er leder|er leiar|e leder)${END}|møteled|møteleiar|ordstyrer`],
      [
        "leader",
        `${WHO} (?:er|e|leder|leiar|leier|styrer)${END}.*|(?:leder|leiar|sjef|rektor|styrer)\\p{L}* (?:for|i|på|av|til|hos)${END}`,
      ],
      ["hours", `åpningst|opningst|(?:åpent?|ope[nt]?|stengt?|stenger|åpner)${END}|telefontid|kontortid`],
      [
        "response",
        `(?:hvor|kor) (?:lang tid|fort|raskt|snart)|(?:hvor|kor) lenge.*(?:vent|svar|tar?${END}|bruk)|ventetid|svartid|svarfrist|når (?:svar|får)`,
      ],
      ["address", `adresse|(?:hvor|kor|kvar|ka) (?:ligg|ligger|holder|held|er|e)${END}`],
      ["phone", "(?<!\\p{L})(?:telefon|tlf|ring|nummer|mobil)"],
      [
        "pays",
        `${WHO} (?:skal |må |bør )?(?:betal|dekk|legg|tar regning|tek rekning)|(?:hva|kva|ka) kost|egenandel|eigendel|refusjon`,
      ],
      ["decides", `${WHO} (?:bestem|bestæm|avgjør|avgjer|beslutt|har siste)`],
      ["must", `(?<!\\p{L})(?:må|skal|ska|plikt|plikta|plikter|nødt|pålagt)${END}|plikt`],
      [
        "says",
        `^(?:kan|får|må|skal|ska|har|tør|er|e)${END}|lov (?:til|å)${END}|(?:kan|får|må|skal) (?:jeg|eg|vi|me|æ|man)${END}`,
      ],
    ].map(([asked, pattern]) => [asked, new RegExp(pattern, "u")])
  );
  /** What is asked also of what is not named: a duty only of what answers best. */
  const ANY = new Set(["must", "says", "decides", "pays"]);
  /** Roles that lead, where they have a name of their own; and what tells who has a role. */
  const ROLE = /rektor|styr[ea]r/;
  const ROLE_FACTS = new Set(["leader", "phone"]);
  /** Stems that ask, and are about nothing. */
  const OF_ASKING = new Set(
    listed("lang tid bruk svar åpn åpen adress led bestemm dato dag klokk nest uke møt får hold ligg"),
  );
  /** A number alone asks whose it is. */
  const NUMBER = /^[+\d\s]{3,}$/;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" });

  /**
   * What a question asks for, in the order it is tried.
   * @param {string} question
   */
  function asks(question) {
    const low = question.toLowerCase().normalize("NFC").trim();
    if (NUMBER.test(low)) return ["phone"];
    return ASKED.filter(([, pattern]) => pattern.test(low)).map(([asked]) => asked);
  }

  /**
   * The answer to a question, if one of the things that were found first has one; else null.
   * @param {Found} found
   * @param {string} question
   * @param {AnswerSources} sources
   * @param {Date} moment
   * @returns {AtOnce | null}
   */
  function answer(found, question, { corpus, excerpts }, moment) {
    const { results } = found;
    const asked = asks(question);
    const subject = found.words.filter((word) => !asksForKind(word.stem) && !OF_ASKING.has(word.stem));
    if (!subject.length && asked.includes("dates")) return nextOfAll(corpus.documents, results, moment);
    const best = asked.length ? results.slice(0, near).filter((hit) => hit.score >= close * results[0].score) : [];
    for (const hit of best) {
      const own = NUMBER.test(question) && digits(question) === digits(hit.document.phone);
      const isFirst = hit === results[0];
      const about = own || found.held.has(hit.document.id) || isNamed(hit.document, subject, corpus);
      const fitting = about ? asked : asked.filter((one) => ANY.has(one));
      const certain =
        isUnsure(found.sharing) && !isDuty(hit.document) ? fitting.filter((one) => one !== "says") : fitting;
      const plain = ROLE.test(question.toLowerCase()) ? certain.filter((one) => one !== "leader") : certain;
      const made =
        ofSharing(hit, fitting, found.sharing, { corpus, excerpts }) ??
        ofRole(hit.document, fitting, question, moment) ??
        ofFacts(hit.document, plain, moment, isFirst);
      if (made) return made;
    }
    return null;
  }

  /**
   * Whether it is asked what one may tell somebody, and not by whom. Then a duty answers, or nothing: what one rule of
   * many lets some people do may be wrong for the one who asks.
   * @param {Sharing} sharing
   */
  function isUnsure({ told, sure }) {
    return told.length > 0 && !sure;
  }

  /** @param {FoundDocument} document */
  function isDuty({ facts }) {
    return facts.some(([of]) => of === "must");
  }

  /**
   * Whether all that a question is about is in what a thing is called: «slt» in «SLT-arbeidsgruppa».
   * @param {FoundDocument} document
   * @param {AskedWord[]} subject
   * @param {Corpus} corpus
   */
  function isNamed({ title, names, about }, subject, corpus) {
    const own = new Set(texts(`${title} ${names} ${about}`).flatMap((word) => corpus.analyse(word).body ?? []));
    const has = (/** @type {string[]} */ stems) => stems.length > 0 && stems.every((stem) => own.has(stem));
    const says = (/** @type {AskedWord} */ { stem, parts, synonyms }) =>
      own.has(stem) || has(parts.filter((part) => !asksForKind(part))) || synonyms.some(({ stems }) => has(stems));
    return subject.length > 0 && subject.every(says);
  }

  /**
   * The next meetings of all, where no single one is asked for.
   * @param {FoundDocument[]} documents
   * @param {Hit[]} results
   * @param {Date} moment
   * @returns {AtOnce | null}
   */
  function nextOfAll(documents, results, moment) {
    const today = day.format(moment);
    const all = documents.flatMap(({ title, facts }) =>
      facts.flatMap(([, , , , dates = []]) => dates.map(([date, words]) => ({ date, words: `${words}: ${title}` }))),
    );
    const coming = all.filter(({ date }) => date >= today).sort((one, other) => (one.date < other.date ? -1 : 1));
    if (!coming.length || !results.length) return null;
    const { document } = results[0];
    const dates = coming.map(({ words }) => words);
    return { document, anchor: document.anchor, said: "", phone: "", tel: "", dates, of: "dates" };
  }

  /**
   * Who may tell whom: the line that was found is the answer, at its own place on the page. Only where it is certain
   * who tells and who is told: another's answer would be a wrong one.
   * @param {Hit} hit
   * @param {string[]} asked
   * @param {Sharing} sharing
   * @param {AnswerSources} sources
   */
  function ofSharing({ document: found, terms }, asked, { ids, told, sure }, { corpus, excerpts }) {
    if (!asked.includes("says") || !sure || !ids.has(found.id)) return null;
    const { text, anchor } = excerpts.line(found, terms);
    const receiver = texts(text.split(":")[0]).flatMap((word) => corpus.analyse(word).body ?? []);
    if (!told.some((stem) => receiver.includes(stem))) return null;
    return anchor && anchor !== found.anchor
      ? { document: found, anchor, said: text, phone: "", tel: "", dates: [] }
      : null;
  }

  /**
   * @param {FoundDocument} found
   * @param {string[]} asked
   * @param {Date} moment
   * @param {boolean} isFirst a sentence about what one may is told only by what answers best
   */
  function ofFacts(found, asked, moment, isFirst) {
    for (const one of asked) {
      const fact = (one !== "says" || isFirst) && fitting(found, one);
      if (fact) return told(found, fact, moment);
    }
    return null;
  }

  /**
   * Who has a role that a question names: a contact that is called so. A head of department is no answer to «rektor».
   * @param {FoundDocument} found
   * @param {string[]} asked
   * @param {string} question
   * @param {Date} moment
   */
  function ofRole(found, asked, question, moment) {
    const [role] = question.toLowerCase().match(ROLE) ?? [];
    if (!role || !asked.includes("leader")) return null;
    const fact = found.facts.find(([of, said]) => ROLE_FACTS.has(of) && said.toLowerCase().includes(role));
    return fact && found.kind !== "situation" ? told(found, ["leader", ...rest(fact)], moment) : null;
  }

  /**
   * @param {WrittenFact} fact
   * @returns {[said: string, phone?: string, tel?: string]}
   */
  function rest([, said, phone, tel]) {
    return [said, phone, tel];
  }

  /**
   * @param {FoundDocument} found
   * @param {string} asked
   */
  function fitting({ facts, kind }, asked) {
    const fits = (/** @type {string} */ name) => facts.find(([of]) => of === name);
    return fits(asked) ?? (asked === "decides" && kind === "situation" ? fits("says") : undefined);
  }

  /**
   * @param {FoundDocument} found
   * @param {WrittenFact} fact
   * @param {Date} moment
   * @returns {AtOnce}
   */
  function told(found, [of, said, phone = "", tel = "", dates = []], moment) {
    const today = day.format(moment);
    const coming = dates.filter(([date]) => date >= today).map(([, words]) => words);
    const rings = of === "phone" ? "phone" : "";
    return { document: found, anchor: found.anchor, said, phone, tel, dates: coming, of, rings };
  }

  return { asks, answer };
})();
