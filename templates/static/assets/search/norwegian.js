/* Norwegian as readers type it: every form of a word leads to the same terms, in bokmål and nynorsk alike.
   What the services are called, and what they were called before, is not here: that is the glossary's. */
"use strict";
var handbokNorwegian = (() => {
  /** The words of a list, set in lines. */
  const listed = (/** @type {string} */ text) => text.trim().split(/\s+/);

  /** Words that say nothing of what a question is about. */
  const STOP = new Set(
    listed(`
    alle alt at av bare berre ble blei bli blir blitt blitt vart vert verte vorte da då de dei deg dem den denne der
    dere dykk dykkar deira deres det dette di din ditt du dæ eg ei ein eit eitt en er et ett etter få fikk får fått for
    fordi fra frå før fyrst gjerne gjøre gjør gjer gjere gjort ha hadde han hans har hatt henne hennar hennes her hjå
    hos ho hun hva kva hvem kven hver kvar hverandre hvilke hvilken hvilket kva hvis viss hvor kor korleis hvordan
    hvorfor kvifor i ikke ikkje inn ingen inga ja jeg jo kan kunne kom kommer komme kjem kjenne litt lite man mange meg
    med mellom men mer meir mi min mine mitt mot må måtte ned nei noe noko noen nokon nokre nok nå no når og også om
    omkring opp oss over på rundt sa seg sei seier seie selv sjølv si sier sagt sin sine sitt skal skulle slik så som
    synes ta tar tatt til tilbake under uten utan ut var ved vel vi vil ville vite vet veit vår våre vårt være vere
    vera vært vore å æ mæ sæ ka kem korsn hæ gå går gikk finner finn finne trenger treng trenge gang
    neste denne skje skjer skjedde skjedd faktisk egentlig heter heiter hvordan hei takk vær snill igjen liksom slikt
    slike sånn sånt bør burde hvilka litt altså må

    e te førr fårr itte ikkj ska sku kæm kemm kim kossen kordan korsen hvorn koss koffer kofor koffor korfor kom
    hvorfår ette ætter mæ sæ dokker dåkker åss vårres nokka nåkka nåke deres dykkar
    `),
  );

  /** Words that most questions hold, whatever they are about. Stems. */
  const COMMON = new Set(["barn", "skol", "barnehag", "foreldr", "elev", "famili", "ungdom", "gutt", "jent", "klass"]);

  /** Single words that rules of spelling do not reach: nynorsk and strong forms, to the bokmål form. */
  const SAME = new Map(
    listed(`
    born:barn borna:barn ungar:barn unger:barn ungen:barn unge:ung slår:slå slo:slå slått:slå slegen:slå slaget:slag
    drakk:drikke drukket:drikke drukne:drikke drikk:drikke full:drikke fulle:drikke rusa:rus ruset:rus rusar:rus ruser:rus
    møttes:møte møtt:møte møtte:møte møtest:møte meldt:melde meldte:melde bedt:be ber:be bad:be sendte:sende sender:sende redde:redd
    døde:dø døyr:dø død:dø dør:dø bøker:bok usemje:uenighet usamd:uenig
    usamde:uenig semje:enighet tilvising:henvisning tilvisinga:henvisning tilvise:henvise viser:vise undersøking:undersøkelse
    undersøkinga:undersøkelse omsorgsovertaking:omsorgsovertakelse leiing:ledelse leiinga:ledelse verksemd:virksomhet
    byrjar:begynne byrje:begynne begynner:begynne begynte:begynne starter:starte lagnad:skjebne tilsett:ansatt
    tilsette:ansatt gravide:gravid mor:mor mora:mor mamma:mor far:far pappa:far foreldra:foreldre uroleg:uro uroa:uro
    bekymra:bekymring bekymret:bekymring otte:uro delt:dele delte:dele ringte:ringe ventet:vente venta:vente spurt:spørre
    spurte:spørre åtaket:overgrep valden:vold valdelege:vold valdeleg:vold voldelig:vold tlf:telefon mob:telefon
    teieplikta:taushetsplikt teieplikt:taushetsplikt rettleiing:veiledning rettleiinga:veiledning utgreiing:utredning
    utgreiinga:utredning kunnskapar:kunnskap nytt:ny nye:ny endra:endre endret:endre bestemmer:bestemme bestemt:bestemme
    læreren:lærer lærere:lærer lærerne:lærer lærar:lærer læraren:lærer lærarar:lærer lærarane:lærer
    lederen:leder ledere:leder lederne:leder leiaren:leder leiarar:leder leiarane:leder lederens:leder
    avgjer:avgjøre avgjere:avgjøre avgjør:avgjøre skreve:skrive skrevet:skrive skreiv:skrive skriver:skrive elevane:elev sendt:sende
    legen:lege legar:lege sosialen:sosialen heim:hjem heime:hjem hjemme:hjem hjæm:hjem hem:hjem
    onge:barn ongen:barn ongan:barn ongane:barn ongar:barn onger:barn ungan:barn ungane:barn unga:barn bånn:barn
    barnan:barn mamman:mor mammaen:mor pappan:far pappaen:far snakk:snakke snakka:snakke prat:snakke prate:snakke
    byn:begynne byne:begynne byrja:begynne begynn:begynne ring:ringe ringje:ringe ringjer:ringe bestæmme:bestemme
    bestæm:bestemme bestemm:bestemme fyll:fylle fyller:fylle atten:18 seksten:16 telefonen:telefon fon:telefon
    print:utskrift printe:utskrift printer:utskrift printa:utskrift printet:utskrift utprint:utskrift
    `).map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
  );

  /** Words whose ending is part of them: a teacher is not what «å lære» is. */
  const WHOLE = /^(lærer|leder)$|.lov$/;

  /** Spelling, inside words: nynorsk to bokmål. The same rules meet the handbook and the question. */
  const SPELLING = /** @type {[RegExp, string][]} */ ([
    [/lov(a|en|ens|as|ene)$/, "lov"],
    [/erne(s?)$/, "er"],
    [/([lrdtgk])ern$/, "$1er"],
    [/(?<!for)eining/g, "enhet"],
    [/ungdomen/g, "ungdommen"],
    [/mødre(ne|nes)?$/, "mor"],
    [/fedre(ne|nes)?$/, "far"],
    [/skul(?=e|ar|a$|ane|ehelse)/g, "skol"],
    [/tenest/g, "tjenest"],
    [/heim/g, "hjem"],
    [/sjuk/g, "syk"],
    [/leiar/g, "leder"],
    [/rettlei/g, "veiled"],
    [/veglei/g, "veiled"],
    [/sjølv/g, "selv"],
    [/vald(?=$|s|en|eleg)/g, "vold"],
    [/åtferd/g, "atferd"],
    [/fråvær/g, "fravær"],
    [/vidaregå/g, "videregå"],
    [/vaks(?=en|n)/g, "voks"],
    [/naud/g, "nød"],
    [/teieplikt/g, "taushetsplikt"],
    [/uromelding/g, "bekymringsmelding"],
    [/avverj/g, "avverg"],
    [/mogleg/g, "mulig"],
    [/tryggleik/g, "trygghet"],
    [/heit(?=$|er|a$|ene)/g, "het"],
    [/somheit/g, "somhet"],
    [/einig/g, "enig"],
    [/usemj/g, "uenighet"],
    [/saman/g, "sammen"],
    [/ynskj/g, "ønsk"],
    [/meining/g, "mening"],
    [/([gk])j(?=e$|er$|a$|ast$|ande$)/g, "$1"],
    [/utgreiing/g, "utredning"],
    [/høyr/g, "hør"],
    [/rådgjev/g, "rådgiv"],
    [/gjev/g, "gi"],
    [/ekspedering/g, "ekspedisjon"],
    [/tilvising/g, "henvisning"],
    [/lærar/g, "lærer"],
    [/opningstid/g, "åpningstid"],
    [/^open/g, "åpen"],
    [/^opne/g, "åpne"],
    [/rusing/g, "rusning"],
    [/informasjonsplikt/g, "opplysningsplikt"],
  ]);
  /** Whether any of them says something of a word: few words are nynorsk, and all are asked. */
  const SPELLED = new RegExp(SPELLING.map(([from]) => from.source).join("|"));

  const WORD =
    /§+\s*\d+(?:-\d+)?(?:\s?[a-g](?![\p{L}\p{N}]))?|\d+(?:-\d+)?(?:\s?[a-g](?![\p{L}\p{N}]))?|[\p{L}\p{N}]+/gu;
  const stemmer = new NorwegianStemmer();
  /** @type {Map<string, string>} */
  const stems = new Map();

  /**
   * The words of a text in order, each with where it stands.
   * @param {string} text
   */
  function words(text) {
    return Array.from(text.matchAll(WORD), (found) => ({ text: found[0], at: found.index }));
  }

  /**
   * One spelling for all that is the same word: «skulen» gives «skolen», «§ 13 b» gives «13b».
   * @param {string} word
   */
  function fold(word) {
    const low = handbokLetters.fold(word);
    if (/\d/.test(low)) return low.replace(/[§\s]/g, "");
    const same = SAME.get(low);
    if (same || !SPELLED.test(low)) return same || low;
    return SPELLING.reduce((text, [from, to]) => text.replace(from, to), low);
  }

  /**
   * The stem of a folded word.
   * @param {string} folded
   */
  function stem(folded) {
    let found = stems.get(folded);
    if (found === undefined) {
      found = /\d/.test(folded) || WHOLE.test(folded) ? folded : stemmer.stemWord(folded);
      stems.set(folded, found);
    }
    return found;
  }

  /** @param {string} word */
  const isStop = (word) => STOP.has(handbokLetters.fold(word));

  /**
   * The stems of what a text is about.
   * @param {string} text
   */
  function phrase(text) {
    return texts(text)
      .filter((word) => !isStop(word))
      .map((word) => stem(fold(word)));
  }

  /**
   * The words of a text as they stand.
   * @param {string} text
   * @returns {string[]}
   */
  function texts(text) {
    return text.match(WORD) || [];
  }

  /**
   * The digits of a telephone number, however it is written: «+47 116 117» is «116117».
   * @param {string} text
   */
  function digits(text) {
    const national = text.replace(/^\s*(?:\+|00)\s*47/, "").replace(/\D/g, "");
    return national.replace(/^47(?=\d{8}$)/, "");
  }

  /** @param {string} stem */
  const isCommon = (stem) => COMMON.has(stem);

  return { words, texts, fold, stem, phrase, isStop, isCommon, digits, listed };
})();
