"""Rooms: four letters, one who shows, many who follow; bounded in number and time, by a clock that tests move."""

import pytest

from components.follow.rooms import (
    GRACE_S,
    LASTS_S,
    MOST_FOLLOWERS,
    MOST_HOLDING,
    MOST_ROOMS,
    RETURN_S,
    RefusedError,
    Rooms,
)
from components.shared.room import LETTERS, is_room, read_room

SECRET, OTHER = "0123456789abcdef" * 2, "f" * 32


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def rooms(clock):
    return Rooms(clock, lambda: 0)


def refused(status, act, *given, **named):
    with pytest.raises(RefusedError) as found:
        act(*given, **named)
    assert found.value.status == status


def some_letters(count):
    for n in range(count):
        yield "".join(LETTERS[n // len(LETTERS) ** place % len(LETTERS)] for place in range(4))


def test_letters_spell_no_word_and_look_like_nothing_else():
    assert set(LETTERS).isdisjoint("AEIOUYQS0125")
    assert len(LETTERS) ** 4 > 100_000
    assert is_room("BCDF")
    assert read_room(" bcdf ") == "BCDF"


@pytest.mark.parametrize("given", ["", "BCD", "BCDFG", "BCDA", "ＢＣＤＦ", "<b>x", "B" * 10_000, None, 4, ["BCDF"]])
def test_all_else_is_no_room(given, rooms):
    assert read_room(given) is None
    refused(400, rooms.open, str(given), SECRET)


@pytest.mark.parametrize("secret", ["", "0" * 31, "0" * 65, "g" * 32, None, 7, ["0" * 32]])
def test_a_secret_holds_128_bits_or_is_none(secret, rooms):
    refused(400, rooms.open, "BCDF", secret)


def test_only_who_has_the_secret_shows(rooms):
    room = rooms.open("BCDF", SECRET)
    assert rooms.lead("BCDF", SECRET) is room
    for wrong in (OTHER, SECRET[:-1], "", None, 5, "é" * 32):
        refused(403, rooms.lead, "BCDF", wrong)
    assert rooms.open("BCDF", SECRET) is room  # the same again: a page that was loaded anew, another device
    refused(409, rooms.open, "BCDF", OTHER)
    assert SECRET not in repr(room)


def test_news_of_the_same_room_opened_again_are_new(clock):
    assert len({Rooms(clock).open("BCDF", SECRET).n for _ in range(5)}) > 1


def test_a_step_is_news_once(rooms):
    room = rooms.open("BCDF", SECRET)
    waiting = room.news
    rooms.step(room, "chains?")
    assert waiting.is_set()
    assert (room.n, room.at) == (1, "chains?")
    rooms.step(room, "chains?")
    assert room.n == 1


def test_a_room_ends_after_an_hour_and_those_who_wait_are_told(rooms, clock):
    room = rooms.open("BCDF", SECRET)
    clock.now += LASTS_S - 1
    rooms.step(room, "lab?")
    assert rooms.left_s(room) == 1
    waiting = room.news
    clock.now += 1
    refused(404, rooms.find, "BCDF")
    assert room.ended
    assert waiting.is_set()
    assert rooms.by_letters == {}
    assert rooms.open("BCDF", OTHER) is not room


def test_an_end_by_hand_leaves_nothing(rooms):
    room = rooms.open("BCDF", SECRET)
    rooms.end(room)
    refused(404, rooms.lead, "BCDF", SECRET)
    assert rooms.by_letters == {}


def test_rooms_are_bounded_and_one_that_was_left_makes_way(rooms, clock):
    held = []
    for letters in some_letters(MOST_ROOMS):
        held.append(rooms.open(letters, SECRET))
        rooms.held(held[-1], 1)
        clock.now += 2
    refused(503, rooms.open, "XXXX", SECRET)
    rooms.held(held[7], -1)
    clock.now += GRACE_S
    assert rooms.open("XXXX", SECRET)
    assert len(rooms.by_letters) == MOST_ROOMS
    assert held[7].ended


def test_rooms_are_opened_slowly(rooms, clock):
    letters = some_letters(100)
    for _ in range(60):
        rooms.open(next(letters), SECRET)
    refused(429, rooms.open, next(letters), SECRET)
    clock.now += 0.1
    rooms.open(next(letters), SECRET)
    refused(429, rooms.open, next(letters), SECRET)


def test_steps_are_bounded(rooms, clock):
    room = rooms.open("BCDF", SECRET)
    for n in range(20):
        rooms.step(room, f"lab?tilt={n}")
    refused(429, rooms.step, room, "lab?tilt=30")
    clock.now += 1
    rooms.step(room, "lab?tilt=30")


def test_followers_are_counted_and_bounded_without_names(rooms, clock):
    room = rooms.open("BCDF", SECRET)
    for _ in range(MOST_FOLLOWERS):
        rooms.came(room, again=False)
    assert rooms.count(room) == MOST_FOLLOWERS
    refused(503, rooms.came, room, again=False)
    for _ in range(MOST_FOLLOWERS):  # a step: all are answered, and ask again
        rooms.went(room, answered=True)
    assert rooms.count(room) == MOST_FOLLOWERS
    refused(503, rooms.came, room, again=False)
    for _ in range(MOST_FOLLOWERS):
        rooms.came(room, again=True)
    refused(503, rooms.came, room, again=True)
    assert rooms.count(room) == MOST_FOLLOWERS
    rooms.went(room, answered=False)
    assert rooms.count(room) == MOST_FOLLOWERS - 1
    rooms.went(room, answered=True)
    clock.now += RETURN_S + 1
    assert rooms.count(room) == MOST_FOLLOWERS - 2


def test_all_rooms_together_are_bounded(rooms, monkeypatch):
    monkeypatch.setattr("components.follow.rooms.MOST_WAITING", 3)
    for letters in some_letters(3):
        rooms.came(rooms.open(letters, SECRET), again=False)
    refused(503, rooms.came, rooms.open("XXXX", SECRET), again=False)


def test_who_shows_is_missed_after_a_while_and_back_at_once(rooms, clock):
    room = rooms.open("BCDF", SECRET)
    rooms.held(room, 1)
    clock.now += 100
    rooms.look(room)
    assert room.told_here
    rooms.held(room, -1)
    clock.now += GRACE_S - 1
    rooms.look(room)
    assert (room.told_here, room.n) == (True, 0)  # a page that loads anew is no leave
    clock.now += 2
    rooms.look(room)
    assert (room.told_here, room.n) == (False, 1)
    rooms.held(room, 1)
    assert (room.told_here, room.n) == (True, 2)


def test_a_room_is_held_by_a_few(rooms):
    room = rooms.open("BCDF", SECRET)
    for _ in range(MOST_HOLDING):
        rooms.held(room, 1)
    refused(429, rooms.held, room, 1)


def test_who_only_takes_rooms_keeps_nobody_out(rooms, clock):
    first = rooms.open("XXXX", SECRET)
    rooms.held(first, 1)
    for letters in some_letters(MOST_ROOMS + 100):
        rooms.open(letters, SECRET)
        clock.now += 0.1
    assert len(rooms.by_letters) == MOST_ROOMS
    assert not first.ended
    assert rooms.open("ZZZZ", OTHER)


def test_the_same_room_is_not_opened_without_end(rooms):
    rooms.open("BCDF", SECRET)
    for _ in range(20):
        rooms.open("BCDF", SECRET)
    refused(429, rooms.open, "BCDF", SECRET)


@pytest.mark.parametrize("secret", ["\ud800", "\ud800" * 32, "", "x" * 8000])
def test_what_can_be_no_secret_is_refused(secret, rooms):
    rooms.open("BCDF", SECRET)
    refused(403, rooms.lead, "BCDF", secret)
