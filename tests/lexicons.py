"""A small lexicon for tests, with frames of our own making."""

from typing import Any

import msgspec

from dragoman.extract.lexicon import (
    Conversion,
    Frame,
    FrameData,
    Instrument,
    Lexicon,
    Pattern,
    build_frame,
    index_entries,
)

PATTERNS = {
    "strike": Pattern(
        actor=("subj", "prep:by"),
        recipient=("obj", "prep:on"),
        noun_actor=("prep:by", "poss", "adj", "compound"),
        noun_recipient=("prep:on", "prep:of"),
    ),
    "meet": Pattern(
        actor=("subj", "obj+", "prep:with+"),
        recipient=(),
        noun_actor=("prep:between", "prep:with+"),
        noun_recipient=(),
        reciprocal=True,
    ),
    "address": Pattern(
        actor=("subj",),
        recipient=("obj", "clause-subj", "prep:on"),
        noun_actor=("poss",),
        noun_recipient=("prep:to",),
    ),
}
CLASSES = {
    "takes_names": frozenset({"human"}),
    "preposition": frozenset({"of"}),
    "human": frozenset({"soldier", "officer", "person"}),
    "market": frozenset({"share", "price"}),
    "weapon": frozenset({"bomb"}),
}


def frame(event: str, name: str, **table: Any) -> Frame:  # noqa: ANN401  (whatever a frame's table takes)
    """Build a frame; `with` is spelled `with_`."""
    if "with_" in table:
        table["with"] = table.pop("with_")
    table.setdefault("pattern", "strike")
    return build_frame(event, name, msgspec.convert(table, FrameData), patterns=PATTERNS, classes=CLASSES)


def lexicon(*frames: Frame) -> Lexicon:
    """Build a lexicon of the frames given."""
    return Lexicon(
        frames={one.id: one for one in frames},
        verbs=index_entries(frames, "verb", classes=CLASSES),
        nouns=index_entries(frames, "noun", classes=CLASSES),
        adjectives=index_entries(frames, "adjective", classes=CLASSES),
        classes=CLASSES,
        light_verbs={"carry": (("out",),), "hold": ((),)},
        receiving_verbs={"suffer": ((),)},
        content_modes={
            "THREATEN": {"ASSAULT": "violence", "COERCE.arrest": "arrest"},
            "REQUEST": {"RETREAT": "yield"},
        },
        content_words={"THREATEN": {}, "REQUEST": {"resignation": "change"}},
        content_types={"AGREE": {"ASSAULT": "THREATEN.violence"}, "not AGREE": {"ASSAULT": "CONCEDE"}},
        content_type_words={"AGREE": {"retaliate": "THREATEN.violence"}},
        instruments=(
            Instrument(mode="drone", words=frozenset({"drone"})),
            Instrument(mode="explosives", words=frozenset({"bomb", "car bomb"})),
        ),
        conversions=(Conversion(event="CONSULT", factuality="future", to_event="AGREE", to_factuality="future"),),
    )
