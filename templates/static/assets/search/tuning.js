/* The numbers of the search, each with why. They were set with the questions in
   tests/demonstration/queries/relevance.yml and tried on those kept aside there. After a change
   `python -m benchmarks --only search` says what it did to both. How much each kind of answer counts is said where
   the kinds are, in builder/search/document.py. */
"use strict";
var handbokTuning = {
  /** How much a match counts in each field of a document, beside one in its running text. */
  fields: {
    /** Whoever types a name wants the thing with that name. */
    title: 6,
    /** Other names are as sure a sign, but what is called so first comes before what is also called so. */
    names: 5,
    /** What people say who need it are whole sentences: one word of them tells less than one word of a name. */
    asked: 3,
    /** The parts of a compound in a title or name: «melding» should find «bekymringsmelding», after «melding» itself. */
    parts: 2.5,
    /** What it belongs to, such as the service of a contact: it is beside the point, but near. */
    about: 2,
    /** A cited section: hardly more than text, for whoever asks for a section wants the section. */
    law: 1.2,
    /** The measure for the others. */
    body: 1,
  },

  /** How much other ways to a word count beside the word itself. */
  ways: {
    /** The beginning of a word: still being typed, or known by nothing else. */
    prefix: 0.55,
    /** A longer word, where what is typed is whole already: it may go on, but need not. */
    longer: 0.25,
    /** A word taken for a misspelling of another: nearly as sure as if it were spelled right. */
    corrected: 0.9,
    /** What the glossary says another word stands for. */
    synonym: 0.75,
    /** The other way, from the term to a word for it: the handbook itself uses the term. */
    reverseSynonym: 0.375,
    /** Two words that are one in the handbook. */
    joined: 0.8,
    /** The parts of a compound that the handbook writes apart. */
    part: 0.6,
    /** A longer word that the word stands inside, as «stasjon» in «helsestasjon»: it may be about something else. */
    inside: 0.5,
  },

  /** How much some words of a question count beside the others. */
  words: {
    /** One that tells which kind of answer is wanted («skjema»), beside those that tell of what. */
    ofKind: 0.4,
    /** One that most questions hold («barn»): what it stands beside tells more. */
    common: 0.5,
    /** One or two digits that are no section: an age or a grade, found all over. */
    loneNumber: 0.2,
  },

  /** How much more a document counts when … */
  boosts: {
    /** … it is of the kind that is asked for. */
    wanted: 2.8,
    /** … its name is among the words of the question: so much more the larger a share of it the name is. */
    holds: 0.8,
    /** … the question is its very name, but for words that tell which kind of answer is wanted. */
    named: 2.5,
    /** … its name begins with the question: more may come. */
    begins: 1.9,
    /** … the question is a term's name: what the term stands for is mostly wanted before what it means. */
    namedTerm: 1.4,
    /** … the question holds what people say of it, word for word. */
    said: 2,
    /** … the question has all the words of that, in any order. */
    meant: 1.6,
    /** … it has the answers of the one who tells, where the question names who tells and who is told. */
    answers: 7,
    /** … it has such answers, but nobody asked: the page of each workplace names all the others. */
    aside: 0.3,
  },

  /** What a document gets at the least where the question holds what people say of it. The words of that may all be
      ones that say nothing alone («hva er dette»), and then nothing else would find it. */
  said: {
    /** About what a rare word in a title gives. */
    score: 60,
    /** The share of the question it then answers: more than half, less than one with all the words. */
    share: 0.75,
  },

  /** A question of what one must, or may, is answered by a sentence that says so: how much more that counts. */
  modal: 1.2,

  /** What is so much weaker than the best that it is noise. */
  cut: {
    /** The first few are always shown. */
    always: 10,
    /** The others where they have this share of the best one's score. */
    share: 0.06,
  },

  /** How far a word may be from one the handbook uses, in letters changed. */
  spelling: {
    /** Shorter words are near too many others. */
    shortest: 4,
    /** From so many letters two slips are allowed … */
    twoFrom: 5,
    /** … and from so many three. */
    threeFrom: 9,
    /** The share of a word that may differ in a suggestion, which the reader says yes or no to. */
    suggestion: 0.34,
  },

  /** The phrases of the glossary. */
  phrases: {
    /** No term there has more words that tell something. */
    longest: 4,
    /** So many letters of a term are typed before it is guessed. */
    typed: 4,
  },

  /** Where a compound is split. */
  compounds: {
    /** Shorter words are seldom compounds, and often look like them. */
    shortestWord: 7,
    /** The first part: «råd» in «rådgiver». */
    shortestPart: 3,
    /** The last part: endings such as «ene» and «het» are three letters. */
    shortestHead: 4,
    /** How much a part counts that is itself only known by its parts. */
    compoundPart: 0.5,
  },

  /** The answer itself, above the hits. */
  atOnce: {
    /** Only what was found among the first so many has it … */
    near: 4,
    /** … and only with this share of the score of the best: what is weaker is about something else. */
    close: 0.3,
    /** The next meetings that are told. */
    dates: 3,
  },

  /** The line of an answer about sharing, by the one who is told. */
  told: {
    /** A part of the name, beside the name. */
    partial: 0.4,
    /** Words of the rest of the line, where nobody who is told is named. */
    aside: 0.01,
  },

  /** How much is shown. */
  shown: {
    /** Of one kind, when only that is asked for. */
    most: 60,
    /** Of whatever kind, on top: what fits on a phone with one swipe. */
    best: 6,
    /** Of each kind below them. */
    ofEach: 3,
    /** The situations that are offered where nothing is found. */
    nearest: 4,
    /** The letters of a line, and of them those before the first word that was found. */
    line: 170,
    before: 60,
    /** Milliseconds without a key before the number of hits is read aloud. */
    pause: 600,
  },
};
