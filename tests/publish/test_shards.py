"""Parts of all municipalities: each is in one of them, the same one each time, whatever is in its files."""

from __future__ import annotations

import pytest
from builder.publish.failures import PublishError
from builder.publish.shards import Part, Shard
from hypothesis import given
from hypothesis import strategies as st

SLUGS = st.lists(st.text("abcøå-", min_size=1, max_size=6), unique=True, max_size=40)


@given(SLUGS, st.integers(1, 12), st.randoms())
def test_the_parts_are_all_of_them_and_none_is_in_two(slugs: list[str], of: int, chance: object) -> None:
    shares = [Shard(number, of).share(slugs) for number in range(1, of + 1)]
    assert sorted(slug for share in shares for slug in share) == sorted(slugs)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    chance.shuffle(slugs)  # type: ignore[attr-defined]
    assert [Part(Shard(number, of), tuple(slugs)).slugs for number in range(1, of + 1)] == shares


@pytest.mark.parametrize("written", ["1/1", "3/8", "08/8"])
def test_a_part_is_written_as_which_of_how_many(written: str) -> None:
    number, of = map(int, written.split("/"))
    assert Shard.parse(written) == Shard(number, of)


@pytest.mark.parametrize("written", ["", "3", "0/8", "9/8", "-1/8", "1/0", "3 / 8", "3/8/1", "a/b", "1/99999", "٣/٨"])
def test_what_is_no_part_is_refused(written: str) -> None:
    with pytest.raises(PublishError, match="er ingen del; skriv hvilken av hvor mange, som 3/8"):
        Shard.parse(written)
