/* What a question asks for, beside what it is about: whom to call, when to meet, whether one may tell. */
"use strict";
var handbokIntent = (() => {
  const { fold, stem, texts } = handbokNorwegian;

  /** What a word tells about the kind of answer that is wanted: the kinds, and the stems of the words. */
  const WORDS = /** @type {[string, string][]} */ ([
    ["contact", "ring snakk"],
    ["contact service", "telefon tlf nummer telefonnummer epost"],
    ["contact service", "kontakt"],
    ["forum", "møt dato innkall agenda"],
    ["form forum", "referat"],
    ["form", "skjem mal blankett papir underskrift"],
    ["print form", "utskrift pdf"],
    ["law rule", "lov hjemmel hjeml"],
    ["law", "paragraf"],
    ["term", "bety betyr tyd forklaring"],
    ["rule", "del utlever"],
    ["pays", "betal kost regning rekning"],
  ]);
  const WANTED = new Map(WORDS.flatMap(([kinds, stems]) => stems.split(" ").map((one) => [one, kinds.split(" ")])));

  /** Turns of phrase that do the same. */
  const PHRASES = /** @type {[RegExp, string[]][]} */ ([
    [
      /\b(kan|får|har|må|tør) (jeg|eg|vi|me|æ|man)\b.*\b(si|sei|seie|fortelle|fortelja|dele|lov|gi|gje|vise|snakke|prate|spørre|melde)/,
      ["rule"],
    ],
    [/^(kan|får|må) /, ["rule"]],
    [/^(taushetsplikt|teieplikt)\p{L}* ./u, ["rule"]],
    [/(?<!\p{L})(kan|får|skal|må) \p{L}+ (si|sei|seie|fortelle|fortelja|dele|gi|gje|vite|vete)(?!\p{L})/u, ["rule"]],
    [/\bhv?k?ve[mn] (skal|kan|bør|må)?\s*(jeg|eg|vi)?\s*ring/, ["contact"]],
    [
      /(hvor|kor) (lang tid|lenge|fort|raskt)|ventetid|svartid|svarfrist|åpningst|telefontid|åpent?(?!\p{L})|stengt|adresse|diagnose|(hvor|kor|kvar) (ligger|ligg|holder|held)|hv?k?ve[mn] kan henvise/u,
      ["service"],
    ],
    [
      /(kaller? inn|innkaller|leder møtet|(leder|skriver|skriv|er med|møter|møtes|deltar|deltek) .*(møte|gruppe|forum|team|referat)|hvor ofte|kor ofte|møtes)/,
      ["forum"],
    ],
    [/\b(når|kva tid|ka tid|dato|neste) .*møte/, ["forum"]],
    [/\bhv?k?va (er|betyr|tyder)\b/, ["term", "service"]],
    [/\b(hva|kva|ka) gjør (jeg|vi)|\b(hva|kva|ka) gjer (eg|vi|me)/, ["situation"]],
    [/(hjelp|tilbud|tilbod|støtte|veiledning|rettleiing) (fra|frå|av|hos|på|i)(?!\p{L})/u, ["service"]],
    [/(hva|kva|ka) (gjør|gjer|tilbyr|driver|kan) (?!jeg|vi|eg|me|æ|man|dere|de |hun|han|ho |den|det)/u, ["service"]],
    [/(hva|kva|ka) (skal|må|bør) (stå|være med|vere med|vere|være|skrives|skrivast) i/u, ["form"]],
    [/forskjell|skilnad/u, ["term"]],
    [/§|\bpara?graf/, ["law"]],
  ]);

  /** After these stands who tells, and who is told. */
  const FROM = /(?<!\p{L})fr[aå]\s+(\p{L}+)/gu;
  /** Before these stands who tells: «kan skolen si». */
  const TELLS =
    /(?<!\p{L})(?:si|sei|seie|fortelle|fortelja|fortel|dele|gi|gje|vise|snakke|prate|melde|informere|orientere|varsle|opplyse|sende)(?!\p{L})/u;
  /** Who gets to know is told. */
  const TOLD = /(?<!\p{L})(?:får|skal|må|kan|bør)\s+(\p{L}+)\s+(?:få\s+)?(?:vite|vete|høre|høyre)(?!\p{L})/gu;
  const TO = /(?<!\p{L})(?:til|med|for|åt)\s+(\p{L}+)/gu;

  /**
   * The kinds of answer that a question asks for.
   * @param {string} question
   * @param {string[]} stems those of its words
   */
  function wanted(question, stems) {
    const low = question.toLowerCase();
    const byPhrase = PHRASES.filter(([pattern]) => pattern.test(low)).flatMap(([, kinds]) => kinds);
    const byWord = stems.flatMap((one) => WANTED.get(one) ?? []);
    // «What may I say after the meeting» is about what one may say.
    const whole = byPhrase.includes("rule") ? byWord.filter((kind) => kind !== "forum") : byWord;
    return new Set([...byPhrase, ...whole]);
  }

  /**
   * The stems of the words a question names as who tells and as who is told, and of those before what tells.
   * @param {string} question
   */
  function direction(question) {
    const low = question.toLowerCase();
    const after = (/** @type {RegExp} */ pattern) =>
      new Set(Array.from(low.matchAll(pattern), ([, word]) => stem(fold(word))));
    const tells = low.search(TELLS);
    const before = new Set(texts(tells < 0 ? "" : low.slice(0, tells)).map((word) => stem(fold(word))));
    return { from: after(FROM), to: new Set([...after(TO), ...after(TOLD)]), before };
  }

  return {
    wanted,
    direction,
    kindStems: [...WANTED.keys()],
    asksForKind: (/** @type {string} */ stem) => WANTED.has(stem),
  };
})();
