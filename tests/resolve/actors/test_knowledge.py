"""The knowledge files: readable, sorted by kind, without contradictions."""

from importlib import resources

from dragoman.ontology import load_ontology
from dragoman.resolve.actors.knowledge import load_knowledge
from dragoman.resolve.actors.words import fold

KINDS = {"office", "person", "people", "body", "group", "asset", "family"}
EFFECTS = {"give", "add", "former", "abroad", "regional", "ethnic", "label"}
NOT_SECTORS = {"IGO", "NGO"}  # role nouns that tell a code by what they are


def test_states_have_names() -> None:
    states = load_knowledge().states
    assert len(states) >= 190
    assert states["KEN"] == "Kenya"
    assert all(len(code) == 3 and code.isupper() for code in states)


def test_roles_are_of_known_kinds_and_sectors() -> None:
    sectors = set(load_ontology().sectors) | NOT_SECTORS
    for role in load_knowledge().roles.values():
        assert role.kind in KINDS, role
        assert set(role.sector) <= sectors, role
        assert role.noun == fold(role.noun), role


def test_modifiers_have_known_effects() -> None:
    assert {modifier.effect for modifier in load_knowledge().modifiers.values()} <= EFFECTS


def test_a_role_noun_stands_in_one_place_only() -> None:
    seen: dict[str, str] = {}
    text = resources.files("dragoman.resolve.actors").joinpath("data", "roles.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        nouns, _, rest = line.partition("\t")
        for noun in nouns.split("|"):
            assert seen.setdefault(noun, rest) == rest, noun


def test_classes_that_rules_ask_for() -> None:
    classes = load_knowledge().classes
    assert "they" in classes["pronoun_plural"]
    assert all(words for words in classes.values())
