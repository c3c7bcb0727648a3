"""YAML read with line numbers, so that every problem can name file:line:field."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

HOME = Path(__file__).resolve().parent.parent
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is some ten times faster
Model = TypeVar("Model", bound=BaseModel)
Key = tuple[Hashable, ...]
Parsed = tuple[Any, dict[Key, int], list[tuple[Key, int]]]
_TEXT = "tag:yaml.org,2002:str"
_NOTHING: Parsed = (None, {}, [])
_remembered: dict[str, Parsed] = {}
"""What was parsed while it is worth remembering, by its text; empty otherwise. Nobody changes what is in it."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a content file: where it is and what would mend it."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.field}: {self.message}"


class ContentError(Exception):
    """Raised when content is not valid; `problems` lists everything that was found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


@dataclass
class Source:
    """One YAML file: its value, and the line of every field in it."""

    path: Path
    value: Any = None
    lines: dict[Key, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def name(self) -> str:
        """The file's name as an author knows it: below the project where possible."""
        path = self.path.resolve()
        return str(path.relative_to(HOME)) if path.is_relative_to(HOME) else str(self.path)

    def problem(self, where: Key, message: str) -> Problem:
        """A problem at a field; where the field is missing, the line of what should hold it."""
        known = where
        while known and known not in self.lines:
            known = known[:-1]
        return Problem(self.name(), self.lines.get(known, 1), ".".join(map(str, where)) or "(file)", message)

    def note(self, message: str, *where: Hashable) -> None:
        """Keep a problem at a field."""
        self.problems.append(self.problem(where, message))

    def build(self, model: type[Model], where: Key = ()) -> Model | None:
        """Make a model from the value at `where`; on failure note every problem and return None."""
        value = self.value
        for key in where:
            value = value[key]
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for item in error.errors():
                self.problems.append(self.problem((*where, *item["loc"]), _plain(item["type"], item["msg"])))
            return None


def read(path: Path) -> Source:
    """Read one YAML file. Syntax errors and repeated keys become problems of the source, not exceptions."""
    source = Source(path)
    try:
        source.value, source.lines, twice = parsed(path.read_text(encoding="utf-8"))
        message = "this key is given twice; keep one"
        source.problems += [Problem(source.name(), line, ".".join(map(str, key)), message) for key, line in twice]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        source.problems.append(Problem(source.name(), line, "(syntax)", f"not valid YAML: {_first(error)}"))
    except (OSError, UnicodeDecodeError) as error:
        source.problems.append(Problem(source.name(), 1, "(file)", f"cannot be read: {error}"))
    return source


@contextmanager
def remembered() -> Iterator[None]:
    """Within this, no text is parsed twice: a check of everything asks for most files several times."""
    first = not _remembered
    _remembered.setdefault("", _NOTHING)
    try:
        yield
    finally:
        if first:
            _remembered.clear()


def parsed(text: str) -> Parsed:
    """The value of a YAML text, the line of every field in it, and the keys that are given twice with their lines."""
    known = _remembered.get(text) or _parsed(text)
    if _remembered:
        _remembered[text] = known
    return known


def _parsed(text: str) -> Parsed:
    lines: dict[Key, int] = {}
    twice: list[tuple[Key, int]] = []
    loader = Loader(text)

    def scalar(node: yaml.Node) -> Any:
        is_text = node.tag == _TEXT and isinstance(node, yaml.ScalarNode)
        return node.value if is_text else loader.construct_object(node, deep=True)  # most are text

    def value(node: yaml.Node, where: Key) -> Any:
        lines[where] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            result: dict[Any, Any] = {}
            for key_node, value_node in node.value:
                key = scalar(key_node)
                here, line = (*where, key), key_node.start_mark.line + 1
                if key in result:
                    twice.append((here, line))
                result[key] = value(value_node, here)
                lines[here] = line
            return result
        if isinstance(node, yaml.SequenceNode):
            return [value(child, (*where, n)) for n, child in enumerate(node.value)]
        return scalar(node)

    try:
        node = loader.get_single_node()
        return (value(node, ()) if node is not None else None), lines, twice
    finally:
        loader.dispose()


def _first(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]


def _plain(kind: str, message: str) -> str:
    """pydantic's message in the words of someone who edits YAML."""
    return {
        "extra_forbidden": "unknown key: remove it or correct its spelling",
        "missing": "missing: add this key",
    }.get(kind, message.removeprefix("Value error, "))
