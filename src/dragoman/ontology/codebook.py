"""PLOVER's types, modes, contexts and scores, with the crosswalk to CAMEO, read from data and checked."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from dragoman.errors import DataError

COUNTS = {"types": 16, "modes": 67, "contexts": 37}
STRONGEST = 10.0  # scores run from -10 to +10
NONE = "-"
REMEDY = "Mend the file under dragoman/ontology or reinstall dragoman."


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of PLOVER's sixteen types.

    Attributes:
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        requires_recipient: whether PLOVER wants a recipient named.
        score: from -10 (conflict) to +10 (cooperation), for events without a mode.
        modes: score by mode.
    """

    quad: int
    requires_recipient: bool
    score: float
    modes: dict[str, float]


class Ontology(msgspec.Struct, frozen=True):
    """The codebook.

    Attributes:
        types: by name, sorted.
        contexts: in PLOVER's order.
        quads: name by number.
        sectors: meaning by code.
        nonstate: meaning by code, for actors that are no state.
        from_cameo: type and mode by CAMEO code; both None where PLOVER codes no event.
        to_cameo: CAMEO code by type, mode and context, "" for no mode and any context.
    """

    types: dict[str, EventType]
    contexts: tuple[str, ...]
    quads: dict[int, str]
    sectors: dict[str, str]
    nonstate: dict[str, str]
    from_cameo: dict[str, tuple[str | None, str | None]]
    to_cameo: dict[tuple[str, str, str], str]

    def check(self, event: str, modes: Iterable[str] = ()) -> None:
        """Check that a type exists and that the modes are its own.

        Raises:
            DataError: they are not; the message lists what there is.
        """
        if event not in self.types:
            raise DataError(f"no PLOVER type {event!r}", remedy=f"Types are: {', '.join(sorted(self.types))}.")
        own = self.types[event].modes
        for mode in modes:
            if mode not in own:
                listed = ", ".join(sorted(own)) or "none"
                raise DataError(f"{event} has no mode {mode!r}", remedy=f"Its modes are: {listed}.")

    def quad(self, event: str) -> int:
        """Give a type's quad, 1 to 4.

        Raises:
            DataError: no such type.
        """
        self.check(event)
        return self.types[event].quad

    def scale(self, event: str, modes: Iterable[str] = ()) -> float:
        """Give the score of a type with its modes: that of the strongest mode, else the type's.

        Raises:
            DataError: no such type, or a mode of another.
        """
        chosen = tuple(modes)
        self.check(event, chosen)
        kind = self.types[event]
        return max((kind.modes[mode] for mode in chosen), key=lambda score: (abs(score), score), default=kind.score)

    def cameo(self, event: str, modes: Iterable[str] = (), *, contexts: Iterable[str] = ()) -> str | None:
        """Give the CAMEO code that fits best.

        With several modes the strongest that has a code of more than two digits decides; a line of the
        crosswalk that names one of the contexts beats one that names none.

        Raises:
            DataError: no such type, or a mode of another.
        """
        chosen = tuple(modes)
        self.check(event, chosen)
        scores = self.types[event].modes
        ranked = sorted(chosen, key=lambda mode: (-abs(scores[mode]), mode))
        around = (*(name for name in self.contexts if name in set(contexts)), "")
        codes = [self._first_code(event, mode, around) for mode in ranked or ("",)]
        known = [code for code in codes if code is not None]
        if not known:
            return self.to_cameo.get((event, "", ""))
        return next((code for code in known if len(code) > len("00")), known[0])

    def _first_code(self, event: str, mode: str, around: tuple[str, ...]) -> str | None:
        return next(
            (self.to_cameo[event, mode, context] for context in around if (event, mode, context) in self.to_cameo),
            None,
        )


def build_ontology(plover: Mapping[str, Any], *, from_cameo: str, to_cameo: str) -> Ontology:
    """Make an ontology from its data and check it.

    Args:
        plover: the tables of `plover.toml`.
        from_cameo: text of `cameo.tsv`.
        to_cameo: text of `plover_cameo.tsv`.

    Raises:
        DataError: something is missing, counted wrong, out of range or points nowhere.
    """
    try:
        types = msgspec.convert(plover["types"], dict[str, EventType])
    except (KeyError, msgspec.ValidationError) as error:
        raise DataError(f"plover.toml: {error}", remedy=REMEDY) from error
    ontology = Ontology(
        types=dict(sorted(types.items())),
        contexts=tuple(plover["contexts"]),
        quads={int(number): name for number, name in plover["quads"].items()},
        sectors=dict(plover["sectors"]),
        nonstate=dict(plover["nonstate"]),
        from_cameo={
            code: (_value(event), _value(mode)) for code, event, mode in _rows(from_cameo, "cameo.tsv", columns=3)
        },
        to_cameo={
            (event, _value(mode) or "", _value(context) or ""): code
            for event, mode, context, code in _rows(to_cameo, "plover_cameo.tsv", columns=4)
        },
    )
    for problem in _problems(ontology):
        raise DataError(problem, remedy=REMEDY)
    return ontology


def _value(cell: str) -> str | None:
    return None if cell == NONE else cell


def _rows(text: str, name: str, *, columns: int) -> Iterator[list[str]]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != columns:
            raise DataError(f"{name}: {len(cells)} columns instead of {columns} in {line!r}", remedy=REMEDY)
        yield cells


def _problems(ontology: Ontology) -> Iterator[str]:
    found = {
        "types": len(ontology.types),
        "modes": sum(len(kind.modes) for kind in ontology.types.values()),
        "contexts": len(set(ontology.contexts)),
    }
    for name, count in COUNTS.items():
        if found[name] != count:
            yield f"plover.toml: {found[name]} {name} instead of {count}"
    for name, kind in ontology.types.items():
        if kind.quad not in ontology.quads:
            yield f"plover.toml: {name} has quad {kind.quad}, which is not defined"
        for score in (kind.score, *kind.modes.values()):
            if abs(score) > STRONGEST:
                yield f"plover.toml: {name} has a score of {score}, outside -10 to +10"
    yield from _crosswalk_problems(ontology)


def _crosswalk_problems(ontology: Ontology) -> Iterator[str]:
    targets = [(f"cameo.tsv {code}", event, mode) for code, (event, mode) in ontology.from_cameo.items()]
    targets += [("plover_cameo.tsv", event, mode or None) for event, mode, _ in ontology.to_cameo]
    for where, event, mode in targets:
        kind = None if event is None else ontology.types.get(event)
        if event is not None and kind is None:
            yield f"{where}: no PLOVER type {event!r}"
        elif mode is not None and (kind is None or mode not in kind.modes):
            yield f"{where}: {event} has no mode {mode!r}"
    for (event, mode, context), code in ontology.to_cameo.items():
        if code not in ontology.from_cameo:
            yield f"plover_cameo.tsv: no CAMEO code {code} ({event} {mode})"
        if context and context not in ontology.contexts:
            yield f"plover_cameo.tsv: no context {context!r}"


@cache
def load_ontology() -> Ontology:
    """Read the ontology that comes with dragoman.

    Raises:
        DataError: a file is missing or broken.
    """
    folder = resources.files("dragoman.ontology")
    try:
        texts = {
            name: folder.joinpath(name).read_text(encoding="utf-8")
            for name in ("plover.toml", "cameo.tsv", "plover_cameo.tsv")
        }
        plover = tomllib.loads(texts["plover.toml"])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"the ontology cannot be read ({error})", remedy=REMEDY) from error
    return build_ontology(plover, from_cameo=texts["cameo.tsv"], to_cameo=texts["plover_cameo.tsv"])
