from attribution_predictions import parse, predict

DOCUMENT = {
    "id": "one",
    "official": "dev",
    "text": "The harbour master said the ferry would sail.\n\n“Nobody was hurt,” she added. “We were lucky.”",
}


def test_every_report_is_predicted_with_its_parts() -> None:
    [parsed] = parse([DOCUMENT])
    prediction = predict(DOCUMENT, parsed)
    text = DOCUMENT["text"]

    def words(spans: list[list[int]]) -> list[str]:
        return [text[start:end] for start, end in spans]

    assert prediction["id"] == "one"
    assert [tuple(words(one[part]) for part in ("source", "cue", "content")) for one in prediction["attributions"]] == [
        (["The harbour master"], ["said"], ["the ferry would sail"]),
        (["she"], ["added"], ["“Nobody was hurt,”", "“We were lucky.”"]),
    ]
