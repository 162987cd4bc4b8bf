/* What the scripts of the search hand each other, for the type checker alone. The scripts are plain scripts: what one
   puts on the page (`var handbok…`), the next one finds there. */

/** MiniSearch and the stemmer as they lie in assets/vendor/. */
declare var MiniSearch: typeof import("minisearch").default;
type MiniSearch<T> = import("minisearch").default<T>;
declare var NorwegianStemmer: new () => { stemWord(word: string): string };

type Corpus = InstanceType<typeof handbokCorpus.Corpus>;
type Names = InstanceType<typeof handbokNames.Names>;

/** The index as builder/search/index.py writes it. */
interface WrittenIndex {
  /** The day it was made, in words and as a date. */
  built: string;
  builtOn: string;
  editors: { role: string; email: string };
  /** Where a page is below the site's root: `{page}` stands for what the documents call it. */
  address: string;
  /** Whom to ring now. */
  ring: RingData;
  /** Where to begin when nothing is found: page and label. */
  start: [page: string, label: string][];
  /** Kind, label, and how much a match in it counts. */
  kinds: [kind: string, label: string, weight: number][];
  /** What the search says to the reader. Key -> sentence. */
  words: Record<string, string>;
  /** What the values of a document are, in order. */
  fields: string[];
  documents: WrittenRow[];
}

/** The number of the kind, then texts; empty ones at the end are left out. */
type WrittenRow = [kind: number, ...values: (string | WrittenFact[])[]];

/** What a thing says to what is asked of it; the days to come each as a date and in words. */
type WrittenFact = [of: string, said: string, phone?: string, tel?: string, dates?: [date: string, words: string][]];

/** The answer itself to a question, and of what. */
interface AtOnce {
  document: FoundDocument;
  anchor: string;
  said: string;
  phone: string;
  tel: string;
  dates: string[];
  of?: string;
  /** Set where a number was asked for. */
  rings?: string;
}

/** One thing that can be found: see `Document` in builder/search/document.py. Several names or lines are parted by \n. */
interface FoundDocument extends WrittenTexts {
  id: number;
  kind: string;
  label: string;
  weight: number;
  facts: WrittenFact[];
}

/** What it says, in texts. */
interface WrittenTexts {
  page: string;
  anchor: string;
  title: string;
  about: string;
  names: string;
  asked: string;
  body: string;
  law: string;
  phone: string;
  tel: string;
  anchors: string;
  file: string;
}

/** A word in one spelling, its stem, the stems of its parts, and what it is found by in names and in running text. */
interface AnalysedWord {
  folded: string;
  stem: string;
  parts: string[];
  stop: boolean;
  whole: string[];
  body: string[] | null;
}

/** Terms that stand for a phrase, and how much they count beside it. */
interface Synonym {
  stems: string[];
  weight: number;
}

/** A word of a question. */
interface AskedWord {
  text: string;
  folded: string;
  stem: string;
  /** It may still be typed. */
  typing: boolean;
  weight: number;
  parts: string[];
  /** Longer words it stands inside. */
  inside: string[];
  /** Synonyms of the phrases it begins, and how many words each phrase has. */
  synonyms: (Synonym & { covers: number })[];
  /** The handbook uses it. */
  known: boolean;
  /** It is what another word was taken for. */
  corrected: boolean;
}

/** Why a document counts more: a key of `handbokTuning.boosts`. */
type Sign = "named" | "begins" | "namedTerm" | "said" | "meant";

/** Document id -> the score of one word, and the terms that were met. */
type Hits = Map<number, { score: number; terms: Set<string> }>;

/** What all words come to in one document, and how much of the question they are. */
interface Total {
  score: number;
  weight: number;
  terms: Set<string>;
}

interface Hit {
  document: FoundDocument;
  score: number;
  terms: Set<string>;
}

/** The answers to a question, best first, how many there are of each kind, and how the question was read. */
interface Found {
  results: Hit[];
  counts: Map<string, number>;
  words: AskedWord[];
  question: string;
  /** Of documents whose name is in the question, the share of it that is the name. */
  held: Map<number, number>;
  sharing: Sharing;
}

/** The answers of the one who tells, and the stems of who is told; `sure` where the question says which is which. */
interface Sharing {
  ids: Set<number>;
  told: string[];
  sure: boolean;
}

/** What the answer itself is found in. */
interface AnswerSources {
  corpus: Corpus;
  excerpts: InstanceType<typeof handbokExcerpt.Excerpts>;
}

/** Hits that are shown together; `more` where there are others of the kind. */
interface HitGroup {
  kind: string;
  label: string;
  hits: Hit[];
  more: boolean;
}

/** What the answers ask of the page they are shown on. */
interface AnswersPage {
  /** The whole address of what lies below the site's root. */
  address(path: string): string;
  /** The date the page was made: an index that is older is a kept copy. */
  builtOn: string;
  /** Shows one kind only; all for "". */
  only(kind: string): void;
  ask(question: string): void;
  /** A hit is followed. */
  leave(target: string): void;
}

/** What the page tells the search, in templates/theme/partials/search.html: addresses below the site's root. */
interface SearchDialogData {
  base: string;
  built: string;
  failed: string;
  index: string;
  /** In the order they are run, with a space between. */
  scripts: string;
}
