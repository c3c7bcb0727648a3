"""Records read from a folder of YAML, each remembering its file and line, so that a bad link can be named there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from data.links import Link
from data.model import Record
from data.source import Problem, Source, read

R = TypeVar("R", bound=Record)
Place = tuple[Source, tuple[str | int, ...]]


@dataclass
class Records:
    """What was read so far. Problems gather in the sources; nothing raises."""

    root: Path
    sources: list[Source] = field(default_factory=list)
    where: dict[tuple[str, str], Place] = field(default_factory=dict)
    declared: set[tuple[str, str]] = field(default_factory=set)
    """Also records with errors of their own: one message each is enough."""
    unreadable: set[str] = field(default_factory=set)
    """Tables of which a whole file cannot be read."""

    def one_each(self, table: str, model: type[R], *, but: str | None = None) -> dict[str, R]:
        """Records of a folder with one file each, named after its id; `but` is a file of another kind in it."""
        records: dict[str, R] = {}
        for path in sorted((self.root / table).glob("*.yaml")):
            if path.stem == but:
                continue
            source = self._read(path)
            self.declared.add((table, path.stem))
            if source.problems or (record := source.build(model)) is None:
                continue
            id_ = _id(record)
            if id_ != path.stem:
                source.problems.append(source.problem(("id",), f"'{id_}' must be the file's name, '{path.stem}'"))
            self.where[table, id_] = (source, ())
            records[id_] = record
        return records

    def listed(self, table: str, model: type[R]) -> dict[str, R]:
        """Records from `table.yaml`, or from all files of a folder called so; ids are unique over all of them."""
        records: dict[str, R] = {}
        for path in sorted((self.root / table).glob("*.yaml")) or [self.root / f"{table}.yaml"]:
            source = self._read(path)
            if source.problems:
                self.unreadable.add(table)
            elif not isinstance(source.value, list):
                source.problems.append(source.problem((), "must be a list of records"))
            else:
                for number, value in enumerate(source.value):
                    self._one(table, model, source, number, value, records)
        return records

    def alone(self, table: str, model: type[R]) -> R | None:
        """The one record that a file is; None beside a problem."""
        source = self._read(self.root / f"{table}.yaml")
        self.where[table, table] = (source, ())
        return None if source.problems else source.build(model)

    def check(self, links: Iterable[Link]) -> None:
        """Note every id that is named and is not there."""
        for table, place, ids, target in links:
            for id_, named in ids:
                if target not in self.unreadable and (target, named) not in self.declared:
                    source, base = self.where[table, id_]
                    message = f"'{named}' is not in {target}: add it there or correct the id"
                    source.problems.append(source.problem((*base, *place), message))

    def note(self, table: str, id_: str, field: str, message: str) -> None:
        """Note a problem of one record's field."""
        source, base = self.where[table, id_]
        source.note(message, *base, field)

    @property
    def problems(self) -> list[Problem]:
        """Everything that was found wrong."""
        return [p for s in self.sources for p in s.problems]

    def _read(self, path: Path) -> Source:
        source = read(path)
        self.sources.append(source)
        return source

    def _one(
        self, table: str, model: type[R], source: Source, number: int, value: object, records: dict[str, R]
    ) -> None:
        self.declared.add((table, str(value.get("id")) if isinstance(value, dict) else ""))
        record = source.build(model, (number,))
        if record is None:
            return
        id_ = _id(record)
        if id_ in records:
            source.problems.append(source.problem((number, "id"), f"'{id_}' is there twice; ids are unique"))
        self.where[table, id_] = (source, (number,))
        records[id_] = record


def _id(record: Record) -> str:
    return str(dict(record)["id"])
