import pytest
from factuality_predictions import parse, predict

TEXT = "Rebels attacked the port. The navy may attack the rebels. The governor plans to visit."


def targets(*words: str) -> list[dict[str, int]]:
    return [{"start": TEXT.index(word), "end": TEXT.index(word) + len(word)} for word in words]


@pytest.mark.parametrize(
    ("scale", "expected"),
    [("happened", [2.0, -0.9, -1.3]), ("certain", [3.0, 0.75, 3.0])],
)
def test_each_target_has_its_value_on_the_scale(scale: str, expected: list[float]) -> None:
    document = {"id": "one", "text": TEXT, "targets": targets("attacked", "attack the", "visit")}
    [parsed] = parse([document])
    prediction = predict(document, parsed, scale=scale)
    assert [one["value"] for one in prediction["targets"]] == expected
    assert prediction["id"] == "one"
