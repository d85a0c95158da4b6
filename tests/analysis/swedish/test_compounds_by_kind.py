"""How many of the words that were written down by hand are split as a reader splits them: `compounds.tsv` by kind."""

from grantcheck.analysis.swedish import compound_parts

from .lists import Row, measured_rates, rows_of, told_rates


def is_split_right(row: Row) -> bool:
    return compound_parts(row["word"]) == tuple(row["parts"].split())


def test_the_table_tells_how_many_words_of_each_kind_are_split_right() -> None:
    assert measured_rates("compounds", is_split_right) == told_rates("compounds")


def test_nineteen_of_twenty_words_are_split_right() -> None:
    rates = told_rates("compounds").values()

    assert len(rows_of("compounds")) >= 150
    assert sum(right for _, right in rates) >= 0.95 * sum(rows for rows, _ in rates)


def test_a_word_that_is_no_compound_is_never_split() -> None:
    rows, right = told_rates("compounds")["whole"]

    assert rows == right >= 50
