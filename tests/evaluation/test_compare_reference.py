import datetime as dt
from pathlib import Path

import compare_reference
import pytest
from compare_reference import Claim, read_actors, read_claim

REFERENCE = """\
# a comment

ANGELA_MERKEL_ ; comment
+CHANCELLOR_MERKEL
	[DEUELI 720101-051121]
	[DEUGOV >051122] # chancellor
	[DEUELI]
TONY_BLAIR_
	[GBRGOV 950502-070627]
JACQUES_CHIRAC_
	[BELGOV 950517-070516]
HELMUT_KOHL_ [DEUMIL 821001-981027]
FRANCOIS_MITTERRAND_
	[FRAGOV 590108-620101]
NOBODY_KNOWN_AT_ALL_ [FRAGOV 850517-970516]
ABU_SAYYAF_ [MYSREB]
HAMAS_ [PSEREB]
LABOUR_PARTY_(UK)_ [GBRREB]
"""


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    file = tmp_path / "reference.txt"
    file.write_text(REFERENCE, encoding="utf-8")
    return file


def test_reads_names_and_claims(reference: Path) -> None:
    first = next(read_actors(reference))
    assert first.names == ("ANGELA MERKEL", "CHANCELLOR MERKEL")
    assert [claim.sectors for claim in first.claims] == [("ELI",), ("GOV",), ("ELI",)]
    assert [claim.dated for claim in first.claims] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("GBRGOV 970502-070627", dt.date(1997, 5, 2), dt.date(2007, 6, 27)),
        ("GBRGOV 970502-20070627", dt.date(1997, 5, 2), dt.date(2007, 6, 27)),
        ("GBRGOV >970502", dt.date(1997, 5, 2), compare_reference.OPEN_END),
        ("GBRGOV < 970502", compare_reference.OPEN_START, dt.date(1997, 5, 2)),
    ],
)
def test_reads_dates(text: str, start: dt.date, end: dt.date) -> None:
    assert read_claim(text) == Claim("GBR", ("GOV",), start, end, dated=True)


@pytest.mark.parametrize("text", ["---", "GBRGOV 970231-070627", "see below", ""])
def test_passes_over_what_is_no_code(text: str) -> None:
    assert read_claim(text) is None


def test_reads_older_codes_as_ours() -> None:
    claim = read_claim("KSVINS")
    assert claim is not None
    assert (claim.country, claim.sectors) == ("KOS", ("REB",))


def test_lists_each_kind_of_difference(reference: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_reference.main([str(reference), "--roles"]) == 0
    lines = capsys.readouterr().out.splitlines()
    kinds = {line[8:].split(":")[0]: line.split()[0] for line in lines[:-1]}
    assert kinds == {
        "Tony Blair": "dates",
        "Jacques Chirac": "country",
        "Helmut Kohl": "sector",
        "Francois Mitterrand": "role",
        "Abu Sayyaf": "country",
        "Labour Party (UK)": "sector",
    }
    assert "ours 1997-05-02..2007-06-27" in lines[0]
    assert "5 persons and 3 bodies known to both, 6 questions" in lines[-1]


def test_shows_only_one_kind(reference: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare_reference.main([str(reference), "--only", "dates"])
    assert capsys.readouterr().out.startswith("dates   Tony Blair")


def test_leaves_more_room_between_dates(reference: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare_reference.main([str(reference), "--only", "dates", "--days", "800"])
    assert capsys.readouterr().out.startswith("9 actors")


def test_a_day_that_many_roles_share_is_where_the_list_begins(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("TONY_BLAIR_ [GBRGOV 030101-070627]\nGORDON_BROWN_ [GBRGOV 030101-100511]\n", encoding="utf-8")
    assert compare_reference.compare(read_actors(file), days=62).differences == []
