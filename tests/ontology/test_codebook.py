"""The codebook: counts, scores, crosswalk, and that broken data is refused."""

import copy
import tomllib
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.ontology import build_ontology, load_ontology

FOLDER = resources.files("dragoman.ontology")
FROM_CAMEO = FOLDER.joinpath("cameo.tsv").read_text(encoding="utf-8")
TO_CAMEO = FOLDER.joinpath("plover_cameo.tsv").read_text(encoding="utf-8")
PAIRS = [(name, mode) for name, kind in load_ontology().types.items() for mode in (None, *kind.modes)]


@pytest.fixture
def plover() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(FOLDER.joinpath("plover.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("event", "quad"),
    [("AGREE", 1), ("CONCEDE", 1), ("AID", 2), ("ACCUSE", 3), ("SANCTION", 4), ("ASSAULT", 4)],
)
def test_quad(event: str, quad: int) -> None:
    assert load_ontology().quad(event) == quad


@pytest.mark.parametrize(
    ("event", "modes", "score"),
    [
        ("ACCUSE", (), -3.0),
        ("PROTEST", ("vandalize",), -5.0),
        ("ASSAULT", ("beat", "torture"), -8.5),
        ("THREATEN", ("violence",), -3.5),
        ("REQUEST", ("assist",), 0.5),
    ],
)
def test_scale(event: str, modes: tuple[str, ...], score: float) -> None:
    assert load_ontology().scale(event, modes) == score


@pytest.mark.parametrize(
    ("event", "modes", "contexts", "code"),
    [
        ("THREATEN", ("violence",), (), "138"),
        ("AID", (), ("military", "health"), "072"),
        ("AID", (), ("gender",), "07"),
        ("COERCE", ("restrict",), ("military",), "191"),
        ("ASSAULT", ("primitive", "sexual"), (), "1821"),
        ("CONSULT", ("multilateral", "phone"), (), "041"),
    ],
)
def test_cameo(event: str, modes: tuple[str, ...], contexts: tuple[str, ...], code: str) -> None:
    assert load_ontology().cameo(event, modes, contexts=contexts) == code


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("010", (None, None)),
        ("057", ("AGREE", None)),
        ("163", ("SANCTION", "discontinue")),
        ("0256", ("REQUEST", "yield")),
        ("0813", ("CONCEDE", None)),
    ],
)
def test_from_cameo(code: str, target: tuple[str | None, str | None]) -> None:
    assert load_ontology().from_cameo[code] == target


@pytest.mark.parametrize(("event", "mode"), PAIRS)
def test_every_type_and_mode_has_a_cameo_code(event: str, mode: str | None) -> None:
    modes = () if mode is None else (mode,)
    assert load_ontology().to_cameo.get((event, mode or "", "")) == load_ontology().cameo(event, modes)


def test_every_cameo_code_is_there() -> None:
    codes = list(load_ontology().from_cameo)
    assert len(codes) == 318
    assert codes == sorted(codes)


@given(st.sampled_from(sorted(load_ontology().types)), st.data())
def test_scale_is_that_of_type_or_mode(event: str, data: st.DataObject) -> None:
    kind = load_ontology().types[event]
    modes = data.draw(st.lists(st.sampled_from(sorted(kind.modes)))) if kind.modes else []
    scores = [kind.modes[mode] for mode in modes] or [kind.score]
    assert load_ontology().scale(event, modes) in scores
    assert all(abs(load_ontology().scale(event, modes)) >= abs(score) for score in scores)


def test_mode_of_another_type_is_refused() -> None:
    with pytest.raises(DataError, match="AGREE has no mode 'violence'"):
        load_ontology().check("AGREE", ["violence"])


def test_unknown_type_is_refused() -> None:
    with pytest.raises(DataError, match="no PLOVER type 'FIGHT'"):
        load_ontology().quad("FIGHT")


def test_missing_type_is_refused(plover: dict[str, Any]) -> None:
    del plover["types"]["AID"]
    with pytest.raises(DataError, match="15 types instead of 16"):
        build_ontology(plover, from_cameo=FROM_CAMEO, to_cameo=TO_CAMEO)


def test_score_out_of_range_is_refused(plover: dict[str, Any]) -> None:
    plover["types"]["AID"]["score"] = 11.0
    with pytest.raises(DataError, match="outside -10"):
        build_ontology(plover, from_cameo=FROM_CAMEO, to_cameo=TO_CAMEO)


def test_crosswalk_to_nowhere_is_refused(plover: dict[str, Any]) -> None:
    broken = TO_CAMEO.replace("THREATEN\tviolence\t-\t138", "THREATEN\tviolence\t-\t999")
    with pytest.raises(DataError, match="no CAMEO code 999"):
        build_ontology(plover, from_cameo=FROM_CAMEO, to_cameo=broken)


def test_broken_row_is_refused(plover: dict[str, Any]) -> None:
    with pytest.raises(DataError, match="2 columns instead of 3"):
        build_ontology(plover, from_cameo=FROM_CAMEO + "201\tASSAULT\n", to_cameo=TO_CAMEO)
