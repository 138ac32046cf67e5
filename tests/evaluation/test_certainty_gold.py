from certainty_gold import FIELDS, GOLD, measure, parse_line, read

FLOOR = 0.9


def test_a_line_is_read_with_its_word_and_fields() -> None:
    item = parse_line("H: Premier to *visit* port // They said so || f=future; s=-")
    assert item.text == "Premier to visit port\nThey said so"
    assert item.text[item.at :].startswith("visit")
    assert item.headline
    assert item.expected == {"f": "future", "s": "-"}


def test_our_own_texts_are_read_well_field_by_field() -> None:
    answers = measure(read(GOLD))
    for name in FIELDS.values():
        own = [one for one in answers if one.field == name]
        wrong = [f"{one.item.text}: {one.expected} but {one.found}" for one in own if not one.right]
        assert 1 - len(wrong) / len(own) >= FLOOR, wrong
