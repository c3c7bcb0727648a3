"""A group of structures that go by one name, with a card of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from data.model import Id, Record, Text
from data.structure import Checked, Synonym

if TYPE_CHECKING:
    from data.catalog import Catalog


class Group(Record):
    """One group.

    Without `members` they are the structures that name it as their `quiz_group`, one at most each: such groups part the
    muscles without overlap, and the quiz asks for them. With `members` it may cross other groups. `nerve` and `action`
    are what the members share, exceptions named. `ta2` is the number of its entry in Terminologia Anatomica 2, where
    that has just these members.
    """

    id: Id
    name: Text
    plain: Text
    members: tuple[Id, ...] = ()
    nerve: Text | None = None
    action: Text | None = None
    note: Text | None = None
    ta2: Annotated[int, Field(ge=1)] | None = None
    ta2_english: Text | None = None
    latin: Text | None = None
    synonyms: tuple[Synonym, ...] = ()
    checked: Checked

    @property
    def asked(self) -> bool:
        """Whether the quiz asks for it: it overlaps with no other."""
        return not self.members

    @property
    def sources(self) -> tuple[Id, ...]:
        """The references in which it was read, each once."""
        return tuple(dict.fromkeys(s.reference for s in self.checked.sources))


def members_of(group: str, content: Catalog) -> tuple[str, ...]:
    """The members that a group names, else the structures that name it; none for an unknown group."""
    named = content.groups[group].members if group in content.groups else ()
    return named or tuple(s.id for s in content.structures.values() if s.quiz_group == group)


def groups_of(id_: str, content: Catalog) -> list[Group]:
    """The groups that something belongs to, in the order of the file."""
    return [g for g in content.groups.values() if id_ in members_of(g.id, content)]
