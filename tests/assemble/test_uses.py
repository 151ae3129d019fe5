from hypothesis import given
from hypothesis import strategies as st

from deckgen.assemble.uses import Uses

MATCHING = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2),
    st.sets(st.integers(0, 3), min_size=1).map(lambda rows: tuple(sorted(rows))),
    max_size=12,
)
CAPACITY = st.lists(st.integers(1, 5), min_size=4, max_size=4)


@given(MATCHING, CAPACITY)
def test_a_name_is_taken_only_for_a_row_that_it_matches(
    matching: dict[str, tuple[int, ...]], capacity: list[int]
) -> None:
    uses = Uses(capacity, matching)
    uses.take(matching)

    assert all(row in matching[name] for row, names in enumerate(uses.taken) for name in names)
    assert all(len(names) <= most for names, most in zip(uses.taken, capacity, strict=True))
