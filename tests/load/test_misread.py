"""What YAML takes for something else than was meant: told where it stands, with what to do, and nothing else with it."""

from __future__ import annotations

import pytest
from builder.load.tree import plain
from builder.load.yaml_text import parse

CONFLICT = (
    "to har endret det samme her, og ingen har valgt: behold den riktige av tekstene over og under «=======», og slett "
    "linjene som begynner med <<<<<<<, ======= og >>>>>>>"
)
HARD = "her står et hardt mellomrom ({}) der det skal være et vanlig; slett det og trykk mellomromstasten"
BREAK = (
    "her står et linjeskift av et slag du ikke ser ({}), gjerne limt inn fra et annet program; slett det, og trykk "
    "Enter om du vil ha ny linje"
)
OPEN = "anførselstegnet som åpner her, er ikke lukket; sett et likt tegn der teksten slutter"
AFTER = "teksten fortsetter etter anførselstegnet; sett anførselstegn rundt hele teksten"
APOSTROPHE = 'apostrofen her avslutter teksten; sett doble anførselstegn (") rundt teksten i stedet for enkle'
STAR = "en tekst kan ikke begynne med * eller &; sett anførselstegn rundt hele teksten"
BLOCK = "etter | eller > begynner teksten på neste linje, med innrykk; sett ellers anførselstegn rundt teksten"
COLON = "her mangler et kolon etter feltnavnet, eller teksten er feil innrykket"
HASH = (
    "teksten slutter før «{}», for « #» begynner en merknad i YAML; sett anførselstegn rundt hele teksten, eller skriv "
    "mellomrom etter # hvis det er en merknad"
)
COMMA = (
    "kommaet deler teksten i to punkter, «{}» og «{}»; sett anførselstegn rundt hele teksten, eller skriv hvert punkt "
    "på sin egen linje med «- » foran"
)
NULL = (
    "«{}» betyr «ingen verdi» i YAML; sett anførselstegn rundt ordet, eller skriv null med små bokstaver når feltet "
    "skal være tomt"
)


def quotes(text: str) -> str:
    return (
        f"«{text}» har kolon eller et annet tegn YAML bruker, og trenger rette anførselstegn rundt hele teksten: "
        '"…". Anførselstegn som «…» og “…” teller ikke'
    )


def told(text: str) -> list[tuple[str, str]]:
    """Line and column of each thing that is told of a text, and the sentence."""
    return [(f"{p.mark.line}:{p.mark.column}", p.message.text()) for p in parse("f.yml", text.encode())[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two edits that nobody has chosen between
        ("a: |\n  x\n  <<<<<<< HEAD\n  y\n  =======\n  z\n  >>>>>>> gren\n", [("3:3", CONFLICT)]),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> gren\n", [("2:1", CONFLICT)]),
        ("a: 1\n>>>>>>> gren\n", [("2:1", CONFLICT)]),
        ("a: 1\n=======\nb: 2\n", [("2:1", CONFLICT)]),
        # spaces that are none
        ("a:\n\u00a0 - b\n", [("2:1", HARD.format("U+00A0"))]),
        ("a:\n  -\u00a0b\n  - c\n", [("2:4", HARD.format("U+00A0"))]),
        ("a:\u00a0b\n", [("1:3", HARD.format("U+00A0"))]),
        ("a:\n\u2003\u2003- b\n", [("2:1", HARD.format("U+2003"))]),
        # ends of lines nobody sees
        ("a: b\u2028c\nd: e\n", [("1:5", BREAK.format("U+2028"))]),
        ("a: |\n  b\u2029c\n", [("2:4", BREAK.format("U+2029"))]),
        ("a: b\x85c\n", [("1:5", BREAK.format("U+0085"))]),
        # quotes
        ("a: «B: c»\n", [("1:4", quotes("B: c"))]),
        ("a: “B: c”\n", [("1:4", quotes("B: c"))]),
        ("a: „B: c“\n", [("1:4", quotes("B: c"))]),
        ("a:\n  - ’B: c’ # x\n  - d\n", []),
        ('a: 1\nb: "c\nd: "e"\n', [("2:4", OPEN)]),
        ("a: 1\nb: 'c\nd: 'e'\n", [("2:4", OPEN)]),
        ('a:\n  - "b\n  - "c"\n', [("2:5", OPEN)]),
        ('a: "B" c\n', [("1:6", AFTER)]),
        ("a: 'det er jenta's'\n", [("1:17", APOSTROPHE)]),
        # signs that YAML uses
        ("a: *viktig*\n", [("1:11", STAR)]),
        ("a: > 3 år\n", [("1:6", BLOCK)]),
        ("a: | tekst\n", [("1:6", BLOCK)]),
        ("a: ? b\n", [("1:4", "en tekst kan ikke begynne med spørsmålstegn; sett anførselstegn rundt den")]),
        ("a: 1\nb 2\nc: 3\n", [("2:1", COLON)]),
        ("a: 1\nb:2\nc: 3\n", [("2:1", "det mangler et mellomrom etter kolonet i «b:»")]),
        ("a:\n  - b\n  -c\n", [("3:4", "det mangler et mellomrom etter bindestreken: skriv «- c»")]),
        ("a; 1\nb: 2\n", [("1:2", "etter feltnavnet «a» skal det stå kolon og mellomrom, ikke «;»")]),
        ("a: {b: 1\nc: 2\n", [("1:4", "klammen «{» som åpner her, er ikke lukket, eller et komma mangler")]),
        # text that is cut
        ("a: Skolen #2\n", [("1:10", HASH.format("#2"))]),
        ("a: b #hast\n", [("1:5", HASH.format("#hast"))]),
        ("a:\n  - Ring 35 #hast\n  - c\n", [("2:12", HASH.format("#hast"))]),
        ("a: b # merknad\n", []),
        ('a: "b #hast"\n', []),
        ("a: |\n  b #hast\n", []),
        ("a: [Utreder ikke lese-, skrive- og lærevansker]\n", [("1:5", COMMA.format("Utreder ikke lese-", "skrive- og lærevansker"))]),
        ("a: [Ring mellom 8,30 og 15]\n", [("1:5", COMMA.format("Ring mellom 8", "30 og 15"))]),
        ("a: [Ring skolen, så ring hjem.]\n", [("1:5", COMMA.format("Ring skolen", "så ring hjem."))]),
        ("a: [Ring skolen., Ring hjem.]\n", []),
        ("a: [monday, tuesday]\nb: [1,2]\nc: [NAV-loven § 7, sosialtjenesteloven § 44]\n", []),
        ('a: ["Ring skolen", "så ring hjem."]\n', []),
        # a word that is nothing
        ("a: Null\n", [("1:4", NULL.format("Null"))]),
        ("- NULL\n", [("1:3", NULL.format("NULL"))]),
        ("a: null\nb: ~\nc: 'Null'\n", []),
    ],
)  # fmt: skip
def test_what_is_misread_is_told_where_it_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "شما می\u200cتوانید زنگ بزنید",  # Dari, with a non-joiner
        "دەتوانیت\u200c پەیوەندی".replace("\u200c ", " "),  # Sorani
        "क्\u200dष",  # Hindi
        "க்\u200cஷ",  # Tamil
        "👨\u200d👩\u200d👧",
        "❤️\u200d🔥",
        "👩🏽\u200d🏫",
        "22\u00a022\u00a022\u00a022",
    ],
)
def test_right_spelling_and_emoji_are_let_through(text: str) -> None:
    assert told(f"a: {text}\nb: '{text}'\n") == []


@pytest.mark.parametrize("text", ["sko\u200cle", "sko\u200dle", "م\u200ca", "👨\u200da"])
def test_joiners_between_other_letters_are_refused(text: str) -> None:
    ((_, message),) = told(f"a: {text}\n")
    assert message.startswith("her står et usynlig tegn (U+200")


def test_what_is_told_of_a_hidden_character_does_not_take_the_record_away() -> None:
    tree, problems = parse("f.yml", "a: sko\u200ble\nb:\u00a0c\nd: e\u2028f\n".encode())
    assert tree is not None
    assert plain(tree) == {"a": "skole", "b": "c", "d": "e f"}
    assert [problem.mark.line for problem in problems] == [1, 2, 3]


def test_a_word_that_is_nothing_is_not_lost() -> None:
    tree, _ = parse("f.yml", b"person: Null\n")
    assert tree is not None
    assert plain(tree) == {"person": "Null"}


def test_every_mistake_in_a_file_is_told() -> None:
    text = 'a: \'x\n\nb: «c: d»\ne: "f" g\nh: 1\n\ti: 2\nj: [k\nl: 1\nm: *n*\n'
    assert [place for place, _ in told(text)] == ["1:4", "3:4", "4:6", "6:1", "7:4", "9:6"]


def test_nothing_the_parser_says_is_told_in_english() -> None:
    for text in (
        "a: !<x y>\n",
        "%YAML 9.9\n---\na\n",
        "%TAG ! x\n%TAG ! y\n---\na\n",
        "a: !x!y z\n",
        "a: {b: c]\n",
        "a: [}\n",
    ):
        for _, message in told(text):
            assert not {"found", "expected", "while", "not", "did"} & set(message.split())


def test_a_letter_written_as_two_characters_is_the_same_letter() -> None:
    tree, problems = parse("f.yml", 'A\u030a: A\u030apen e\u0301\nb: "\\u0061\\u030a"\n'.encode())
    assert problems == []
    assert tree is not None
    assert plain(tree) == {"Å": "Åpen é", "b": "å"}


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_sign_that_some_take_for_the_end_of_a_line_is_refused_where_an_editor_shows_it(
    sign: str, ending: str
) -> None:
    ((place, _),) = told(f"a: 1{ending}{ending}b: c{sign}d{ending}e: 2{ending}")
    assert place == "3:5"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(ending: str) -> None:
    assert [place for place, _ in told(f"a: 1{ending}b: sko\u200ble{ending}c:\u00a0d{ending}e: f #g{ending}")] == [
        "2:7",
        "3:3",
        "4:5",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_letters_of_several_bytes_are_told_as_a_wrong_encoding(encoding: str) -> None:
    (problem,) = parse("f.yml", "a: Ring skolen\n".encode(encoding))[1]
    assert (problem.mark.line, problem.mark.column) == (1, 1)
    assert problem.message.text() == "fila er ikke lagret som UTF-8; lagre den på nytt med tegnsettet UTF-8"


def test_the_place_of_a_letter_in_another_encoding_is_counted_in_letters() -> None:
    (problem,) = parse("f.yml", "a: 1\rb: æøå ".encode() + b"\xe6\n")[1]
    assert (problem.mark.line, problem.mark.column) == (2, 8)
