"""A case of many checks tells every one that fails, and fails when one does."""

import pytest

from tests.every import every

SEEN = []


def is_small(number):
    SEEN.append("is_small")
    assert number < 3


def is_even(number):
    SEEN.append("is_even")
    assert number % 2 == 0, "odd"


def divides_twelve(number):
    SEEN.append("divides_twelve")
    assert 12 % number == 0


CHECKS = (is_small, is_even, divides_twelve)


def test_every_check_is_run_and_nothing_is_raised_where_all_hold():
    SEEN.clear()
    every(CHECKS, 2)
    assert [c.__name__ for c in CHECKS] == SEEN


def test_one_failure_is_raised_as_it_is_with_the_name_of_its_check():
    with pytest.raises(AssertionError) as raised:
        every(CHECKS, 1)
    assert raised.value.__notes__ == ["found by the check is_even"]


def test_several_failures_are_told_together_and_other_errors_too():
    with pytest.raises(ExceptionGroup) as raised:
        every(CHECKS, 7)
    assert [e.__notes__[0].rpartition(" ")[2] for e in raised.value.exceptions] == [c.__name__ for c in CHECKS]
    with pytest.raises(ZeroDivisionError):
        every(CHECKS, 0)
    with pytest.raises(ExceptionGroup):
        every((is_even, "".join), 3)
