from time_predictions import parse, predict

DOCUMENT = {
    "id": "one",
    "dct": "2018-03-14",
    "text": "Rebels attacked on Monday.\n\nThey fought from May to July 2016.",
}


def test_each_time_of_a_range_is_predicted_for_itself() -> None:
    [parsed] = parse([DOCUMENT])
    prediction = predict(DOCUMENT, parsed)
    text = DOCUMENT["text"]
    assert prediction["id"] == "one"
    assert [(text[one["start"] : one["end"]], one["type"], one["value"]) for one in prediction["timex"]] == [
        ("Monday", "DATE", "2018-03-12"),
        ("May", "DATE", "2016-05"),
        ("July 2016", "DATE", "2016-07"),
    ]
