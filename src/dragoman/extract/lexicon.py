"""The lexicon: event frames, role patterns and noun classes, read from the data files of a language."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal

import msgspec

from dragoman.errors import DataError

EntryKind = Literal["verb", "noun", "adjective"]


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the participants of a trigger stand; slots are explained in `patterns.toml`."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    reciprocal: bool = False


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of our own with its expected coding; `event` where its content makes it another type."""

    text: str
    trigger: str
    event: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mode: tuple[str, ...] | None = None
    factuality: str | None = None


class Silence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in which a frame must not fire."""

    text: str


class FrameData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frame as it is written in the data; `docs/inside/frames.md` explains the keys."""

    pattern: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    not_with: tuple[str, ...] = ()
    predicate: tuple[str, ...] = ()
    content: Literal["none", "mode", "absorb"] = "none"
    needs: Literal["any", "place", "power", "both", "actor", "recipient", "none"] = "any"
    weight: float = 0.9
    also: str | None = None
    examples: tuple[Example, ...] = ()
    none: tuple[Silence, ...] = ()


class WordTest(msgspec.Struct, frozen=True):
    """A set of lemmas, with classes already opened; `words` of one lemma or several joined by spaces.

    `names` tells whether proper names and personal pronouns pass too: they do where the class `takes_names`
    of `classes/grammar.toml` has one of the classes. `bodies` tells the same of the pronouns by which bodies
    speak of themselves, by the class `takes_bodies`.
    """

    words: frozenset[str]
    names: bool = False
    bodies: bool = False

    def accepts(self, lemmas: Iterable[str]) -> bool:
        """Tell whether any of the lemmas is in the set."""
        return any(lemma in self.words for lemma in lemmas)


class Phrasing(msgspec.Struct, frozen=True):
    """What a told clause may say of its subject.

    Attributes:
        options: for each word the lemmas that it may be, the verb first; for a modal verb its forms.
        denied: whether the clause must deny it ("has not done enough").
        ahead: whether the clause must tell it of the future ("would pay a price").
        modal: whether the word is a modal verb beside any verb ("must").
    """

    options: tuple[frozenset[str], ...]
    denied: bool = False
    ahead: bool = False
    modal: bool = False


class Frame(msgspec.Struct, frozen=True):
    """A frame ready for matching."""

    id: str
    event: str
    pattern: Pattern
    data: FrameData
    object: WordTest | None
    not_object: WordTest | None
    subject: WordTest | None
    not_subject: WordTest | None
    not_modifier: WordTest | None
    predicates: tuple[Phrasing, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """One entry of a frame.

    Attributes:
        words: as written, `@class` for any word of a class, `*` for the verb's own object.
        kind: verb, noun or adjective.
        frame: the frame that it belongs to.
        options: for each word the lemmas that it may be.
        before: for each word right before a verb ("test" in "test-fire") the lemmas that it may be.
        after: for each word after a noun's head ("of", "power" in "seizure of power") the lemmas that it may be.
    """

    words: tuple[str, ...]
    kind: EntryKind
    frame: Frame
    options: tuple[frozenset[str], ...]
    before: tuple[frozenset[str], ...] = ()
    after: tuple[frozenset[str], ...] = ()


class Instrument(msgspec.Struct, frozen=True):
    """A mode of ASSAULT and the words for its means, in order of precedence."""

    mode: str
    words: frozenset[str]


class Conversion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an event of one type and factuality becomes (PLOVER's auxiliary modes).

    `under` names the rules of factuality one of which must have decided; any, if it is empty. `tense` is that
    of the clause, any if None; with `condition` a condition must be stated.
    """

    event: str
    factuality: str
    to_event: str
    to_factuality: str
    mode: str | None = None
    to_mode: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    tense: str | None = None
    condition: bool = False


Carriers = dict[str, tuple[tuple[str, ...], ...]]
"""Verbs that carry event nouns: lemma to the words that must stand beside it, longest first."""


class Lexicon(msgspec.Struct, frozen=True):
    """All that `extract` knows of a language's words for events.

    Attributes:
        frames: by id, sorted.
        verbs: entries by the lemma of their verb, longest entries first.
        nouns: entries by the lemma of their last word, longest first.
        adjectives: entries by lemma.
        classes: noun classes by name.
        light_verbs: entries of verbs that only carry an event noun.
        receiving_verbs: entries of verbs whose subject an event noun is done to.
        content_modes: outer type to inner "TYPE" or "TYPE.mode" to the outer mode.
        content_words: outer type to content noun to the outer mode.
        content_types: outer type, with "not " before it for what is denied, to inner "TYPE" or "TYPE.mode"
            to the type (and mode) that the whole is.
        instruments: modes told by an instrument.
        conversions: what future and hypothetical acts become.
    """

    frames: dict[str, Frame]
    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]
    classes: dict[str, frozenset[str]]
    light_verbs: Carriers
    receiving_verbs: Carriers
    content_modes: dict[str, dict[str, str]]
    content_words: dict[str, dict[str, str]]
    content_types: dict[str, dict[str, str]]
    content_type_words: dict[str, dict[str, str]]
    instruments: tuple[Instrument, ...]
    conversions: tuple[Conversion, ...]


def _folder(language: str) -> Traversable:
    return resources.files("dragoman.extract").joinpath("languages", language)


def _toml(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(
            f"{path.name}: cannot be read ({error})", remedy="Mend the file or reinstall dragoman."
        ) from error


def _sorted_files(folder: Traversable, suffix: str) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(suffix)), key=lambda file: file.name)


def _read_classes(folder: Traversable) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for file in _sorted_files(folder.joinpath("classes"), ".toml"):
        for name, table in _toml(file).items():
            classes.setdefault(name, set()).update(table["words"])
    return {name: frozenset(words) for name, words in sorted(classes.items())}


def _word_test(words: tuple[str, ...], classes: Mapping[str, frozenset[str]], *, origin: str) -> WordTest | None:
    if not words:
        return None
    opened: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            opened.add(word)
        elif word[1:] in classes:
            opened |= classes[word[1:]]
        else:
            raise DataError(f"{origin}: no noun class {word}", remedy="Define it in a file under classes/.")
    names = {word[1:] for word in words if word.startswith("@")}
    return WordTest(
        frozenset(opened),
        names=not names.isdisjoint(classes.get("takes_names", ())),
        bodies=not names.isdisjoint(classes.get("takes_bodies", ())),
    )


def build_frame(
    event: str,
    name: str,
    data: FrameData,
    *,
    patterns: Mapping[str, Pattern],
    classes: Mapping[str, frozenset[str]],
) -> Frame:
    """Make a frame ready for matching from its data.

    Args:
        event: PLOVER type.
        name: name of its table; the id is type and name.
        data: the table.
        patterns: role patterns by name.
        classes: noun classes by name.

    Raises:
        DataError: the pattern or a class does not exist, or the frame has no words.
    """
    frame_id = f"{event.lower()}.{name}"
    if data.pattern not in patterns:
        raise DataError(
            f"{frame_id}: no pattern {data.pattern!r}", remedy=f"Patterns are: {', '.join(sorted(patterns))}."
        )
    if not (data.verbs or data.nouns or data.adjectives):
        raise DataError(f"{frame_id}: has no words", remedy="Give it verbs, nouns or adjectives.")
    return Frame(
        id=frame_id,
        event=event,
        pattern=patterns[data.pattern],
        data=data,
        object=_word_test(data.object, classes, origin=frame_id),
        not_object=_word_test(data.not_object, classes, origin=frame_id),
        subject=_word_test(data.subject, classes, origin=frame_id),
        not_subject=_word_test(data.not_subject, classes, origin=frame_id),
        not_modifier=_word_test(data.not_modifier, classes, origin=frame_id),
        predicates=tuple(
            phrasing for text in data.predicate for phrasing in _phrasings(text, classes, origin=frame_id)
        ),
    )


def _phrasings(text: str, classes: Mapping[str, frozenset[str]], *, origin: str) -> Iterator[Phrasing]:
    """Read a predicate as written: "fail", "not do enough", "will:pay price", "modal:must"."""
    if text.startswith("modal:"):
        yield Phrasing(options=(frozenset({text[6:]}),), modal=True)
        return
    words = text.removeprefix("will:").split()
    denied, ahead = words[0] == "not", text.startswith("will:")
    for _, options in _openings(tuple(words[denied:]), classes, origin=f"{origin}, {text!r}"):
        yield Phrasing(options=options, denied=denied, ahead=ahead)


def _read_frames(
    folder: Traversable, patterns: Mapping[str, Pattern], classes: Mapping[str, frozenset[str]]
) -> dict[str, Frame]:
    frames: dict[str, Frame] = {}
    for file in _sorted_files(folder.joinpath("frames"), ".toml"):
        tables = _toml(file)
        event = tables.pop("type", None)
        if not isinstance(event, str):
            raise DataError(f"{file.name}: no type", remedy='Begin the file with a line such as type = "ASSAULT".')
        for name, table in tables.items():
            try:
                data = msgspec.convert(table, FrameData)
            except msgspec.ValidationError as error:
                raise DataError(f"{file.name} [{name}]: {error}", remedy="See docs/inside/frames.md.") from error
            frame = build_frame(event, name, data, patterns=patterns, classes=classes)
            if frame.id in frames:
                raise DataError(f"{file.name}: frame {frame.id} is there twice", remedy="Rename or join them.")
            frames[frame.id] = frame
    return dict(sorted(frames.items()))


def index_entries(
    frames: Iterable[Frame], kind: EntryKind, *, classes: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Entry, ...]]:
    """Index the entries of one kind by the lemmas that they are found by, longest first.

    Args:
        frames: all frames.
        kind: the kind of entries.
        classes: what `@class` stands for in an entry.

    Raises:
        DataError: an entry names a class that does not exist.
    """
    index: dict[str, list[Entry]] = {}
    for frame in frames:
        words_of = {"verb": frame.data.verbs, "noun": frame.data.nouns, "adjective": frame.data.adjectives}[kind]
        for text in words_of:
            for entry in build_entries(text, kind, frame, classes=classes):
                for key in sorted(entry.options[-1 if kind == "noun" else 0]):
                    index.setdefault(key, []).append(entry)
    return {
        lemma: tuple(sorted(entries, key=lambda entry: (-len(entry.words), entry.words, entry.frame.id)))
        for lemma, entries in sorted(index.items())
    }


def build_entries(
    text: str, kind: EntryKind, frame: Frame, *, classes: Mapping[str, frozenset[str]]
) -> Iterator[Entry]:
    """Make the entries of a written form, such as `@lift @curb` or `drone strike`.

    A class that opens an entry may hold words of several parts ("call off", "tear gas"); each becomes an
    entry of its own. Hyphens part words like spaces: what a verb has before its last hyphen stands right
    before it ("test-fire").
    """
    if kind == "verb":
        first, *rest = text.lower().split()
        *before, verb = first.split("-")
        words = (verb, *rest)
        rest = []
    else:
        before = []
        whole = text.lower().split()
        length = _noun_length(whole, classes)
        words, rest = tuple(part for word in whole[:length] for part in word.split("-")), whole[length:]
    ahead = tuple(frozenset({word}) for word in before)
    origin = f"{frame.id}, {text!r}"
    after = next(_openings(tuple(rest), classes, origin=origin))[1] if rest else ()
    for opened, options in _openings(words, classes, origin=origin):
        yield Entry(words=(*before, *opened, *rest), kind=kind, frame=frame, options=options, before=ahead, after=after)


def _noun_length(words: list[str], classes: Mapping[str, frozenset[str]]) -> int:
    """Count the words of a noun's entry up to its head, which stands before the first preposition."""
    prepositions = classes.get("preposition", frozenset())
    return next((at for at, word in enumerate(words) if at and word in prepositions), len(words))


def _openings(
    words: tuple[str, ...], classes: Mapping[str, frozenset[str]], *, origin: str
) -> Iterator[tuple[tuple[str, ...], tuple[frozenset[str], ...]]]:
    """Give written words with the lemmas that each may be, once for each phrase of the first word's class."""
    options = []
    for word in words:
        if word == "*":
            continue
        test = _word_test((word,), classes, origin=origin)
        options.append(frozenset({word}) if test is None else test.words)
    single = frozenset(lemma for lemma in options[0] if " " not in lemma)
    if single:
        yield words, (single, *options[1:])
    for phrase in sorted(options[0] - single):
        parts = tuple(phrase.split())
        yield (*parts, *words[1:]), (*(frozenset({part}) for part in parts), *options[1:])


def _read_carriers(folder: Traversable, name: str) -> Carriers:
    verbs: dict[str, list[tuple[str, ...]]] = {}
    for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines():
        words = tuple(line.split("#")[0].split())
        if words:
            verbs.setdefault(words[0], []).append(words[1:])
    return {verb: tuple(sorted(rest, key=lambda words: (-len(words), words))) for verb, rest in sorted(verbs.items())}


Table = dict[str, dict[str, str]]


class _Content(msgspec.Struct, frozen=True):
    """The tables of `content_modes.toml`, by outer type."""

    modes: Table
    words: Table
    types: Table
    type_words: Table


def _read_content(folder: Traversable) -> _Content:
    content = _Content({}, {}, {}, {})
    for event, table in _toml(folder.joinpath("content_modes.toml")).items():
        content.words[event] = _by_word(table.pop("words", {}))
        content.types[event] = table.pop("types", {})
        content.types[f"not {event}"] = table.pop("not", {})
        content.type_words[event] = _by_word(table.pop("type_words", {}))
        content.modes[event] = table
    return content


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: told for told, words in table.items() for word in words}


def _read_conversions(folder: Traversable) -> tuple[Conversion, ...]:
    found = []
    for name, table in _toml(folder.joinpath("conversions.toml")).items():
        try:
            found.append(msgspec.convert(table, Conversion))
        except msgspec.ValidationError as error:
            raise DataError(
                f"conversions.toml [{name}]: {error}", remedy="Give event, factuality, to_event."
            ) from error
    return tuple(found)


def _read_instruments(folder: Traversable) -> tuple[Instrument, ...]:
    tables = _toml(folder.joinpath("instruments.toml"))
    return tuple(Instrument(mode=mode, words=frozenset(table["words"])) for mode, table in tables.items())


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read the lexicon of a language.

    Args:
        language: ISO 639-1 code of a folder under `extract/languages`.

    Raises:
        DataError: a file is missing or broken; the message names file and table.
    """
    folder = _folder(language)
    classes = _read_classes(folder)
    try:
        patterns = msgspec.convert(_toml(folder.joinpath("patterns.toml")), dict[str, Pattern])
    except msgspec.ValidationError as error:
        raise DataError(f"patterns.toml: {error}", remedy="See the comment at the top of the file.") from error
    frames = _read_frames(folder, patterns, classes)
    content = _read_content(folder)
    return Lexicon(
        frames=frames,
        verbs=index_entries(frames.values(), "verb", classes=classes),
        nouns=index_entries(frames.values(), "noun", classes=classes),
        adjectives=index_entries(frames.values(), "adjective", classes=classes),
        classes=classes,
        light_verbs=_read_carriers(folder, "light_verbs.txt"),
        receiving_verbs=_read_carriers(folder, "receiving_verbs.txt"),
        content_modes=content.modes,
        content_words=content.words,
        content_types=content.types,
        content_type_words=content.type_words,
        instruments=_read_instruments(folder),
        conversions=_read_conversions(folder),
    )


WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""One word of running text, as the gate sees it."""
