"""The role grammar, by classes of phrases; none of them is in a list as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from who import read, resolver


@pytest.mark.parametrize(
    ("phrase", "code", "sector"),
    [
        ("the Kenyan foreign minister", "KEN", "GOV"),
        ("Kenya's foreign minister", "KEN", "GOV"),
        ("the foreign minister of Kenya", "KEN", "GOV"),
        ("Peruvian soldiers", "PER", "MIL"),
        ("a Latvian court", "LVA", "JUD"),
        ("Danish lawmakers", "DNK", "LEG"),
        ("the police in Mombasa", "KEN", "COP"),
        ("the Mombasa police", "KEN", "COP"),
        ("the mayor of Kumasi", "GHA", "GOV"),
        ("an Aleppo-based militia", "SYR", "PRM"),
        ("a judge at a court in Piura", "PER", "JUD"),
        ("students at the University of Kumasi", "GHA", "EDU"),
        ("the dockers' union of Chile", "CHL", "LAB"),
        ("Polish bishops", "POL", "REL"),
        ("a Malian cotton company", "MLI", "BUS"),
    ],
)
def test_country_and_role(phrase: str, code: str, sector: str) -> None:
    assert read(phrase) == (code, sector)


@pytest.mark.parametrize(
    ("phrase", "code", "sector"),
    [
        ("the deputy head of the Moldovan parliament", "MDA", "LEG"),
        ("a spokesman for the Chilean army", "CHL", "MIL"),
        ("the spokeswoman of the Ghanaian president", "GHA", "GOV"),
        ("an adviser to the king of Jordan", "JOR", "GOV"),
        ("Latvia's president-elect", "LVA", "GOV"),
        ("the acting president of Peru", "PER", "GOV"),
        ("the 12th prime minister of Estonia", "EST", "GOV"),
        ("a member of the Danish parliament", "DNK", "LEG"),
        ("the chief of staff of the Kenyan army", "KEN", "MIL"),
    ],
)
def test_offices_under_offices(phrase: str, code: str, sector: str) -> None:
    found, sectors = read(phrase)
    assert found == code
    assert sector in sectors.split(",")


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("the president of the Kenyan parliament", "LEG"),
        ("the president of the Kenyan Teachers' Union", "LAB"),
        ("the president of the High Court of Kenya", "JUD"),
        ("the president of Kenya", "GOV"),
        ("the president of the University of Mombasa", "EDU"),
    ],
)
def test_who_presides_is_what_he_presides_over(phrase: str, sector: str) -> None:
    assert read(phrase) == ("KEN", sector)


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("the former president of Peru", "ELI"),
        ("a former Peruvian senator", "ELI"),
        ("the ousted Peruvian prime minister", "ELI"),
        ("a retired Peruvian general", "ELI"),
        ("a former Peruvian soldier", "CVL"),
        ("a former police officer from Peru", "CVL"),
    ],
)
def test_who_has_left_office(phrase: str, sector: str) -> None:
    assert read(phrase) == ("PER", sector)


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("the Ghanaian president's wife", "ELI"),
        ("the son of the Ghanaian president", "ELI"),
        ("a Ghanaian fisherman's wife", "CVL"),
    ],
)
def test_families(phrase: str, sector: str) -> None:
    assert read(phrase) == ("GHA", sector)


@pytest.mark.parametrize(
    ("phrase", "code", "sector"),
    [
        ("US-backed Syrian rebels", "SYR", "REB"),
        ("Iranian-backed militiamen in Aleppo", "SYR", "PRM"),
        ("fighters loyal to the government of Chad", "TCD", "REB"),
        ("Kenyan-led forces", "KEN", "MIL"),
        ("a Kenyan-led coalition", "IGO", "MIL"),
    ],
)
def test_backers_are_not_the_backed(phrase: str, code: str, sector: str) -> None:
    assert read(phrase) == (code, sector)


@pytest.mark.parametrize(
    ("phrase", "code", "sector"),
    [
        ("dozens of Kenyan protesters", "KEN", "CVL"),
        ("hundreds of Rohingya refugees", "MMR", "REF"),
        ("a group of Danish tourists", "DNK", "CVL"),
        ("a group of armed men", None, "UAF"),
        ("three of the Peruvian soldiers", "PER", "MIL"),
    ],
)
def test_counts_are_what_is_counted(phrase: str, code: str | None, sector: str) -> None:
    assert read(phrase) == (code, sector)


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("the Republic of Korea", "KOR"),
        ("the Democratic People's Republic of Korea", "PRK"),
        ("the Republic of the Congo", "COG"),
        ("the Democratic Republic of the Congo", "COD"),
    ],
)
def test_names_that_run_on(phrase: str, code: str) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("ethnic Serbs in Kosovo", "KOS"),
        ("the Serbs of Bosnia", "BIH"),
        ("ethnic Albanians", None),
        ("Serbs", "SRB"),
    ],
)
def test_descent_is_no_citizenship(phrase: str, code: str | None) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Western diplomats", None),
        ("Arab states", None),
        ("African leaders", None),
        ("foreign troops", None),
        ("European officials", "EUR"),
        ("European tourists", None),
        ("international mediators", "IGO"),
        ("West African regional officials", "IGO"),
        ("the international coalition", "IGO"),
        ("Kurdish fighters", None),
    ],
)
def test_several_countries_are_none(phrase: str, code: str | None) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("the terrorist regime of Belarus", "GOV"),
        ("the Belarusian regime", "GOV"),
        ("a Belarusian rebel commander", "REB"),
        ("Belarusian intelligence agency", "SPY"),
        ("Belarusian military agency", "MIL"),
        ("a Belarusian health agency", "GOV"),
        ("the Belarusian police station's commander", "COP"),
        ("a Belarusian police brigadier", "COP"),
        ("a Belarusian brigadier", "MIL"),
    ],
)
def test_what_governs_and_what_fights_it(phrase: str, sector: str) -> None:
    assert read(phrase) == ("BLR", sector)


@pytest.mark.parametrize("phrase", ["the murderous terrorist gang", "the evil junta of thugs", "the so-called regime"])
def test_labels_are_no_names(phrase: str) -> None:
    [entity] = resolver().resolve_text(phrase).entities
    assert entity.identifier_text is None
    assert entity.entity_text == phrase


@pytest.mark.parametrize(
    ("phrase", "code"), [("US", "USA"), ("the U.S.", "USA"), ("us", None), ("Us", None), ("UK", "GBR"), ("UN", "UNO")]
)
def test_initials_are_no_pronouns(phrase: str, code: str | None) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Afganistan", "AFG"),
        ("the Phillipines", "PHL"),
        ("Ukranian sailors", "UKR"),
        ("Georgina", None),
        ("Irun", None),
    ],
)
def test_states_spelt_wrongly(phrase: str, code: str | None) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Puerto Azul Defence Forces", "HND"),
        ("Japan Self-Defence Forces", "JPN"),
        ("Michael Jordan", None),
        ("car thieves", None),
        ("Russia's allies", None),
        ("neighbours of Kenya", None),
        ("the ambassador of Peru to Chile", "PER"),
    ],
)
def test_names_that_mislead(phrase: str, code: str | None) -> None:
    assert read(phrase)[0] == code


@pytest.mark.parametrize("phrase", ["the weather", "a proposal", "rain", "Tuesday", "", "...", "42"])
def test_things_are_no_actors(phrase: str) -> None:
    assert resolver().resolve_text(phrase).entities == ()


def test_a_club_is_no_state() -> None:
    found = resolver().resolve_text("Dinamo Zagreb")
    assert not found.political
    assert "GOV" not in {sector for entity in found.entities for sector in entity.sector}


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for entity in resolver().resolve_text(text).entities:
        assert 0 <= entity.start < entity.end <= len(text)


WORDS = st.sampled_from(
    ["the", "former", "Kenyan", "US", "Oslo", "of", "in", "and", "minister", "rebels", "'s", "West", ",", "(", "dozens"]
)


@given(st.lists(WORDS, max_size=9))
def test_any_phrase_is_read(words: list[str]) -> None:
    found = resolver().resolve_text(" ".join(words))
    assert all(entity.code is None or len(entity.code) == 3 for entity in found.entities)
