import sys

import pytest

from dragoman.read import check_language, detect_language
from dragoman.read.language import language_code
from dragoman.records import Article
from dragoman.settings import load_settings

SETTINGS = load_settings().read
ENGLISH = (
    "The dockers of the port rejected the offer of the government on Friday and said that they would not "
    "load ships until their wages were paid. The minister had asked them to wait for the talks on Monday."
)
FRENCH = (
    "Les dockers du port ont rejeté vendredi la proposition du gouvernement et ont déclaré qu'ils ne "
    "chargeraient aucun navire tant que leurs salaires ne seraient pas versés."
)
GERMAN = (
    "Die Hafenarbeiter haben das Angebot der Regierung am Freitag abgelehnt und erklärt, dass sie keine "
    "Schiffe beladen werden, bis ihre Löhne bezahlt sind. Der Minister bat sie, zu warten."
)
RUSSIAN = "Докеры порта отклонили в пятницу предложение правительства и заявили, что не будут грузить суда."
ARABIC = "رفض عمال الميناء يوم الجمعة عرض الحكومة وقالوا إنهم لن يحملوا السفن حتى تدفع أجورهم."


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (FRENCH, "fr"), (GERMAN, "de"), (RUSSIAN, "ru"), (ARABIC, "ar"), ("12 34", None)],
)
def test_language_is_told(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "headline",
    [
        "Dockers Threaten Strike in Sfax",
        "Saied meets Macron",
        "Erdogan Slams Rutte, Merkel",
        "Lula da Silva visits Buenos Aires",
        "San Juan de los Lagos mayor killed",
    ],
)
def test_headlines_full_of_names_are_english(headline: str) -> None:
    assert detect_language(headline) == "en"


@pytest.mark.parametrize(
    ("headline", "language"),
    [("Le ministre est arrivé dans une prison avec ses avocats", "fr"), ("Минск отклонил предложение", "ru")],
)
def test_headlines_in_other_languages_show_by_words_or_script(headline: str, language: str) -> None:
    found = detect_language(headline)
    assert found == language or (language == "ru" and found in {"be", "bg", "ru", "uk"})


def test_plain_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detect_language(ENGLISH) == "en"
    assert detect_language("Dockers Threaten Strike") == "en"


def test_rejection_names_the_language() -> None:
    rejection = check_language(Article(id="a", text=FRENCH), SETTINGS)
    assert rejection is not None
    assert (rejection.stage, rejection.reason) == ("read", "language")
    assert "French (fr)" in rejection.detail
    assert "en" in rejection.detail


def test_no_rejection_for_english_or_unknown() -> None:
    assert check_language(Article(id="a", text=ENGLISH), SETTINGS) is None
    assert check_language(Article(id="a", text="12 34"), SETTINGS) is None


def test_language_given_beside_the_text_is_taken() -> None:
    assert check_language(Article(id="a", text=ENGLISH, language="de"), SETTINGS) is not None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        ("EN-gb", "en"),
        ("en_US", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("French", "fr"),
        ("?", None),
    ],
)
def test_language_code_is_read_in_many_spellings(value: str, code: str | None) -> None:
    assert language_code(value) == code
