"""Reading YAML: what is remembered for the length of a check, and no longer."""

from data.source import parsed, remembered


def test_no_text_is_parsed_twice_within_a_check_and_nothing_is_kept_after_it():
    text = "- {id: one, twice: 1, twice: 2}"
    with remembered():
        first = parsed(text)
        with remembered():
            assert parsed(text) is first
        assert parsed(text) is first
        assert parsed(f"{text}\n") is not first
    assert parsed(text) is not first
    assert parsed(text) == first == ([{"id": "one", "twice": 2}], *first[1:])
    assert parsed("") == (None, {}, [])
