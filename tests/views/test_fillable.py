"""How the fields of a form stand on paper: nothing is left out, and what is short shares a row."""

from __future__ import annotations

import pytest
from builder.model.form import FormField
from builder.model.vocabulary import FieldKind
from builder.views.sheets.fillable import field_rows

LINE, DATE, TEXT, TABLE, SIGNATURE = (
    FormField(label="Navn"),
    FormField(label="Gjelder fra", kind=FieldKind.DATE),
    FormField(label="Hva barnet sa", kind=FieldKind.TEXT, rows=3),
    FormField(label="Avtaler", kind=FieldKind.TABLE, columns=("Hva", "Hvem")),
    FormField(label="Forelder", kind=FieldKind.SIGNATURE),
)
LONG = FormField(label="En ledetekst som er for lang til å stå over et felt i halv bredde")
HIGH = FormField(label="Beskriv", kind=FieldKind.TEXT, rows=4)


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        pytest.param([LINE] * 3, [2, 1], id="two short lines"),
        pytest.param([DATE] * 4, [3, 1], id="three dates"),
        pytest.param([LINE, DATE, DATE], [2, 1], id="a date beside a line"),
        pytest.param([LONG, LINE], [1, 1], id="a long label"),
        pytest.param([TEXT, TEXT, HIGH], [2, 1], id="low areas"),
        pytest.param([HIGH, TEXT], [1, 1], id="an area that needs its width"),
        pytest.param([TEXT, LINE, TEXT], [1, 1, 1], id="only what stands together"),
        pytest.param([TABLE, TABLE], [1, 1], id="tables"),
        pytest.param([SIGNATURE] * 5, [5], id="signatures below one another"),
        pytest.param([SIGNATURE, TEXT, SIGNATURE], [1, 1, 1], id="signatures apart"),
        pytest.param([], [], id="nothing to fill in"),
    ],
)
def test_what_is_short_shares_a_row(fields: list[FormField], rows: list[int]) -> None:
    made = field_rows(fields)
    assert [len(row.fields) for row in made] == rows
    assert [(one.number, one.field) for row in made for one in row.fields] == list(enumerate(fields, 1))


def test_areas_side_by_side_are_of_one_height() -> None:
    (row,) = field_rows([TEXT, FormField(label="Og foreldrene", kind=FieldKind.TEXT, rows=2)])
    assert row.lines == 3


def test_an_answer_follows_its_question_where_there_is_room() -> None:
    beside, above = (row.fields[0] for row in field_rows([LINE, LONG]))
    assert beside.in_line
    assert not above.in_line
    explained = FormField(label="Svaret skal sendes til", help="Rolle og adresse i tjenesten. Innen tre uker.")
    assert not field_rows([explained])[0].fields[0].in_line
