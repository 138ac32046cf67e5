"""Scores the coder on our own gold and refuses to let any part of it get worse.

    python evaluation/gate.py             compare with the floors
    python evaluation/gate.py --update    pin today's figures and gold; a lower floor is refused, unless
                                          --allow-regression "REASON" says why (the reason is kept)

Exit codes: 0 all floors hold, 1 one is broken, the gold was edited or a floor would sink, 2 wrong usage.
"""

import argparse
import hashlib
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from dragoman.errors import ArticleError, InputError
from dragoman.records import Event
from dragoman.score import (
    Accuracy,
    Coder,
    GoldStory,
    LabelledSentence,
    Prf,
    StoryScores,
    read_sentences,
    read_stories,
    score_stories,
)
from dragoman.score.coded import CodedEvent, as_coded
from dragoman.score.gold import parse_day

HERE = Path(__file__).parent
SLACK = 0.005
"""A floor may be missed by this much: processors add up floating numbers in different orders."""


class GateError(Exception):
    """The gate cannot be pinned; the message says why and what to do."""


class Regression(msgspec.Struct, frozen=True):
    """A floor that was lowered on purpose."""

    part: str
    before: float
    after: float
    reason: str


class Baseline(msgspec.Struct, frozen=True):
    """What is pinned: the gold that was scored, the floor of each part, and why any was lowered."""

    gold: dict[str, str]
    floors: dict[str, float]
    regressions: tuple[Regression, ...] = ()


class Measured(msgspec.Struct, frozen=True):
    """What the coder reaches today: a figure for each part, and lines of TSV for each case."""

    figures: dict[str, float]
    cases: dict[str, tuple[str, ...]]


def gold_hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every gold file by name."""
    files = sorted(path for path in folder.iterdir() if path.suffix in {".jsonl", ".txt"})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def measure(coder: Coder, folder: Path) -> Measured:
    """Code our gold and give its figures and cases.

    Raises:
        GoldError: a gold file is broken.
    """
    stories = read_stories([folder / "stories.jsonl"])
    negatives = read_sentences([folder / "negatives.jsonl"])
    told = [(one.id, one.text, one.published) for one in stories]
    events = as_coded(_code(coder, told))
    false = as_coded(_code(coder, [(one.id, one.text, None) for one in negatives]))
    scores = score_stories(stories, events)
    return Measured(
        figures=figures_of(scores, sentences=len(negatives), false_events=false),
        cases={
            "stories.tsv": tuple(story_cases(stories, scores)),
            "negatives.tsv": tuple(negative_cases(negatives, false)),
        },
    )


def figures_of(scores: StoryScores, *, sentences: int, false_events: Sequence[CodedEvent]) -> dict[str, float]:
    """Give one figure a part, each the better the higher."""
    spoilt = len({event.article for event in false_events})
    prf: dict[str, Prf] = {
        "what": scores.detect,
        "who": scores.who,
        "whom": scores.roles,
        "story": scores.story,
        "who says so": scores.attribution,
        "condition": scores.condition,
    }
    accuracy = {
        "when": "date",
        "where": "place country",
        "where, by name": "place name",
        "certainty": "factuality",
        "background": "historical",
        "mode": "mode",
        "sector": "sector",
        "numbers": "numbers",
    }
    return {
        **{part: found.f1 for part, found in prf.items()},
        **{part: scores.matched.get(name, Accuracy()).rate for part, name in accuracy.items()},
        "silence": Accuracy(right=sentences - spoilt, cases=sentences).rate,
    }


def compare(baseline: Baseline, measured: Measured, gold: Mapping[str, str]) -> list[str]:
    """Give one line for each thing that is not as pinned, empty if all is well."""
    problems = [
        f"gold/{name} is not the file that was pinned; check the change, then run with --update"
        for name in sorted(set(gold) | set(baseline.gold))
        if gold.get(name) != baseline.gold.get(name)
    ]
    for part, floor in baseline.floors.items():
        value = measured.figures.get(part)
        if value is None:
            problems.append(f"{part}: no longer measured; run with --update --allow-regression REASON")
        elif value + SLACK < floor:
            problems.append(f"{part}: {value:.3f} is under its floor {floor:.3f}")
    return problems


def repin(
    baseline: Baseline | None, measured: Measured, gold: Mapping[str, str], *, reason: str | None = None
) -> Baseline:
    """Give the baseline with today's figures as floors.

    Raises:
        GateError: a floor would sink and no reason is given.
    """
    floors = {part: math.floor(value * 1000) / 1000 for part, value in measured.figures.items()}
    before = baseline.floors if baseline else {}
    sunk = {part: floor for part, floor in before.items() if floors.get(part, 0.0) + SLACK < floor}
    if sunk and not (reason or "").strip():
        listed = ", ".join(f"{part} {floor:.3f} -> {floors.get(part, 0.0):.3f}" for part, floor in sunk.items())
        raise GateError(f"floors would sink: {listed}. Mend the coder, or give --allow-regression REASON.")
    lowered = tuple(
        Regression(part=part, before=floor, after=floors.get(part, 0.0), reason=(reason or "").strip())
        for part, floor in sunk.items()
    )
    kept = {part: max(floor, before.get(part, 0.0)) if part not in sunk else floor for part, floor in floors.items()}
    return Baseline(
        gold=dict(sorted(gold.items())),
        floors=kept,
        regressions=(*(baseline.regressions if baseline else ()), *lowered),
    )


def changed_cases(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """Yield the lines that went and those that came, each under its mark."""
    old, new = list(before), list(after)
    yield from (f"- {line}" for line in old if line not in set(new))
    yield from (f"+ {line}" for line in new if line not in set(old))


def story_cases(stories: Sequence[GoldStory], scores: StoryScores) -> Iterator[str]:
    """Yield one line for each gold event (found or not, and what is wrong with it) and each extra one."""
    for story in stories:
        pairs = {pair.gold: pair for pair in scores.pairs[story.id]}
        for number, event in enumerate(story.events):
            words = event.triggers[0].text
            found = pairs.get(number)
            if found is None:
                yield _line(story.id, event.type, words, "missed", "")
                continue
            wrong = sorted({name for name, right in found.fields if not right} | ({"who"} if not found.who else set()))
            yield _line(story.id, event.type, words, "found", ", ".join(wrong))
        yield from (
            _line(miss.story, miss.type, miss.triggers[0] if miss.triggers else "", "extra", "")
            for miss in scores.misses
            if miss.kind == "extra" and miss.story == story.id
        )


def negative_cases(sentences: Sequence[LabelledSentence], events: Sequence[CodedEvent]) -> Iterator[str]:
    """Yield one line for each sentence in which an event was coded."""
    texts = {one.id: one.text for one in sentences}
    for event in events:
        words = " ".join(span.text or "" for span in event.event_text or ())
        yield _line(event.article, event.type or "?", words, "false", texts[event.article])


def load_coder() -> Coder:
    """Give the coder as it comes out of the box."""
    import dragoman  # noqa: PLC0415  (the parser takes a second to load, --help should not)

    return dragoman.load()


def main(arguments: Sequence[str]) -> int:
    """Run the gate; give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="pin today's figures and gold")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: why floors may sink")
    options = parser.parse_args(arguments)
    if options.allow_regression is not None and not options.update:
        parser.error("--allow-regression is for --update only")
    gold = gold_hashes(HERE / "gold")
    measured = measure(load_coder(), HERE / "gold")
    _print_figures(measured, _read_baseline())
    for name, lines in measured.cases.items():
        _print_changes(name, lines)
    return _update(measured, gold, options.allow_regression) if options.update else _verdict(measured, gold)


def _verdict(measured: Measured, gold: Mapping[str, str]) -> int:
    baseline = _read_baseline()
    if baseline is None:
        print("no baseline yet; run with --update", file=sys.stderr)
        return 1
    problems = compare(baseline, measured, gold)
    for problem in problems:
        print(problem, file=sys.stderr)
    return int(bool(problems))


def _update(measured: Measured, gold: Mapping[str, str], reason: str | None) -> int:
    try:
        baseline = repin(_read_baseline(), measured, gold, reason=reason)
    except GateError as error:
        print(error, file=sys.stderr)
        return 1
    pretty = msgspec.json.format(msgspec.json.encode(baseline), indent=2)
    (HERE / "baseline.json").write_bytes(pretty + b"\n")
    (HERE / "frozen").mkdir(exist_ok=True)
    for name, lines in measured.cases.items():
        (HERE / "frozen" / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print("pinned")
    return 0


def _read_baseline() -> Baseline | None:
    path = HERE / "baseline.json"
    return msgspec.json.decode(path.read_bytes(), type=Baseline) if path.exists() else None


def _print_figures(measured: Measured, baseline: Baseline | None) -> None:
    floors = baseline.floors if baseline else {}
    print(f"{'part':16s} {'now':>6s} {'floor':>6s}")
    for part, value in measured.figures.items():
        print(f"{part:16s} {value:6.3f} {floors.get(part, 0.0):6.3f}")


def _print_changes(name: str, lines: Sequence[str]) -> None:
    path = HERE / "frozen" / name
    frozen = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    changes = list(changed_cases(frozen, lines))
    if changes:
        print(f"\nfrozen/{name}: {len(changes)} lines differ")
        print("\n".join(changes))


def _code(coder: Coder, texts: Iterable[tuple[str, str, str | None]]) -> Iterator[Event]:
    for identifier, text, published in texts:
        try:
            yield from coder.code(text, published=parse_day(published), title=None, article_id=identifier)
        except (InputError, ArticleError) as error:
            print(f"not coded: {identifier}: {error}", file=sys.stderr)


def _line(*cells: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
