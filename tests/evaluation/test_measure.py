import measure

from dragoman.score import TASKS


def test_a_row_for_each_figure_that_the_report_holds() -> None:
    gold = measure.GoldSet("own", "stories", "x/own.jsonl", (measure.Figure("detect F1", ("detect", "f1"), "0.68"),))
    assert list(measure.rows(gold, {"detect": {"f1": 0.5}}, "abc")) == [
        "| own detect F1 | 0.500 | 0.68 | `dragoman evaluate --task stories own.jsonl` | abc |"
    ]
    assert list(measure.rows(gold, {"detect": {}}, "abc")) == []
    assert list(measure.rows(gold, {}, "abc")) == []


def test_every_set_names_a_task_that_exists() -> None:
    assert {one.task for one in measure.SETS} <= set(TASKS)
    assert len({one.name for one in measure.SETS}) == len(measure.SETS)
