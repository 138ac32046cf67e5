import pytest

from dragoman.read.tag_lines import glued_prefix, split_tags


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("PoliticsTunisiaNorth Africa", ("Politics", "Tunisia", "North Africa")),
        ("WorldTunisiaKais Saied", ("World", "Tunisia", "Kais Saied")),
        ("WorldMohammed bin SalmanSaudi Arabia", ("World", "Mohammed bin Salman", "Saudi Arabia")),
        (
            "TunisiaNorth AfricaWage dealDock Workers Union",
            ("Tunisia", "North Africa", "Wage deal", "Dock Workers Union"),
        ),
        ("TunisiaKais Saied", ("Tunisia", "Kais Saied")),
        ("USTunisiaEU", ("US", "Tunisia", "EU")),
        ("PoliticsMcConnellSenate", ("Politics", "McConnell", "Senate")),
        ("Home > World > Africa", ("Home", "World", "Africa")),
        ("News | Tunisia | Strikes", ("News", "Tunisia", "Strikes")),
        ("Tunisia, Migration, Europe", ("Tunisia", "Migration", "Europe")),
        ("Africa World News", ("Africa", "World News")),
        ("OPINION", ("OPINION",)),
        ("Tunisia", ("Tunisia",)),
    ],
)
def test_tag_lines_are_split(line: str, tags: tuple[str, ...]) -> None:
    assert split_tags(line) == tags


@pytest.mark.parametrize(
    "line",
    [
        "McDonald's Closes All Shops in Moscow",
        "DeSantis Meets LeBron James on YouTube",
        "iPhone Plant in India Hit by Strike",
        "IranWire Reports Arrests in Tehran",
        "AirAsia Resumes Flights",
        "Tunisian dockers threaten to shut all ports",
        "Paris, France",
        "Tunisia and Libya open the border",
        "Sudan Rejects Ethiopia Dam Plan",
        "The ministry said so.",
        "US Sanctions Iran",
        "Ukraine | Zelensky Fires Army Chief",
        "TunisiaDockers Threaten Strike",
        "PoliticsTunisiaDockers Threaten Long Strike",
        "",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    assert split_tags(line) == ()


def test_glued_tags_are_looked_for_only_where_asked() -> None:
    assert split_tags("PoliticsTunisiaNorth Africa", glued=False) == ()


def test_glued_prefix_ends_where_the_headline_begins() -> None:
    line = "PoliticsTunisiaDockers threaten to shut all ports"
    at, tags = glued_prefix(line)
    assert (line[at:], tags) == ("Dockers threaten to shut all ports", ("Politics", "Tunisia"))


@pytest.mark.parametrize("line", ["IranWire reports arrests", "YouTube bans channel", "PoliticsTunisia", "Ports shut"])
def test_glued_prefix_needs_two_names_and_a_rest(line: str) -> None:
    assert glued_prefix(line) == (0, ())
