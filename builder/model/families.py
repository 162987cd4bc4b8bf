"""What a record says to those it is about: parents, children and young people, in plain words."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Citation, Prose, Text
from builder.model.vocabulary import FamilyMember


class FamilyRight(Part):
    """Something the family has a right to, and the provision that gives it. What is only good practice is no right."""

    text: Prose = Field(title="Rettighet", description="Det familien har rett til, sagt til dem: «Du har rett til …».")
    legal_basis: tuple[Citation, ...] = Field(
        title="Lovgrunnlag",
        min_length=1,
        description="Bestemmelsen som gir rettigheten. Står med små bokstaver på siden. Må stå i lovregisteret.",
    )


class FamilyWord(Part):
    """A word the family will meet, and what it means."""

    KEY = "word"

    word: Text = Field(title="Ord", description="Ordet familien møter, for eksempel «samtykke».")
    meaning: Prose = Field(title="Betydning", description="Hva det betyr, i én kort setning.")


class EasyPart(Part):
    """A piece of a text in easy language: a heading, and one thought on each line."""

    title: Text = Field(title="Overskrift", description="Noen få ord, gjerne et spørsmål: «Hva skjer nå?».")
    lines: tuple[Text, ...] = Field(
        title="Linjer",
        min_length=1,
        description="Én tanke på hver linje. Svært korte setninger og vanlige ord, uten lenker og parenteser.",
    )


class Families(Part):
    """The page families get. Left out where nothing is written for them."""

    question: Text = Field(
        title="Familiens spørsmål",
        description="Det en forelder eller ungdom selv ville spurt om: «Hva skjer når barnehagen er bekymret?».",
    )
    to: tuple[FamilyMember, ...] = Field(
        (FamilyMember.PARENTS, FamilyMember.YOUNG),
        title="Til hvem",
        min_length=1,
        description="Foreldre, barn og unge, eller begge. Det som bare er sagt til barn og unge, skrives i young.",
    )
    answer: Prose = Field(title="Kort svar", description="Svaret på spørsmålet i én til tre korte setninger.")
    what_happens: tuple[Prose, ...] = Field(
        (),
        title="Hva skjer?",
        description="Det som skjer, i rekkefølge, sagt til familien. Ingen fagord uten forklaring.",
    )
    who: tuple[Prose, ...] = Field(
        (), title="Hvem møter dere?", description="De familien møter, ved rolle, og hva de gjør."
    )
    told: tuple[Prose, ...] = Field(
        (), title="Hvem får vite om oss?", description="Hvem som får vite hva, og hva familien får vite først."
    )
    consent: tuple[Prose, ...] = Field(
        (),
        title="Kan vi si nei?",
        description="Hva familien kan si ja og nei til, hva som ikke trenger et ja, og hvordan et ja trekkes tilbake.",
    )
    rights: tuple[FamilyRight, ...] = Field(
        (), title="Dette har dere rett til", description="Rettigheter i loven, hver med bestemmelsen."
    )
    young: tuple[Prose, ...] = Field(
        (), title="Til deg som er barn eller ungdom", description="Det du vil si til barnet selv, når det er noe mer."
    )
    ask: tuple[Prose, ...] = Field(
        (), title="Spørsmål dere kan stille", description="Spørsmål familien kan ta med seg, ord for ord."
    )
    words: tuple[FamilyWord, ...] = Field(
        (), title="Ord dere møter", description="Ord det ikke går an å unngå, forklart for familien."
    )
    easy: tuple[EasyPart, ...] = Field(
        (),
        title="Lettlest",
        description="Det samme på lettlest norsk, for dem som leser lite eller lærer norsk. Blir en egen utgave.",
    )


def said_to_families(record: Record) -> Families | None:
    """What a record says to families: nothing where it is of a kind that does not."""
    found = getattr(record, "families", None)
    return found if isinstance(found, Families) else None
