import datetime as dt
import gzip
import io
import itertools
import json
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import (
    BadRecordError,
    EmptyInputError,
    InputError,
    InputNotFoundError,
    InputTooLargeError,
    NotTextError,
)
from dragoman.read import make_article, read_inputs
from dragoman.records import Article
from dragoman.settings import load_settings

SETTINGS = load_settings().read
NEWS = "The dockers of the port rejected the offer of the government on Friday."
WESTERN = "The café owners of the résumé party said no to the façade of the Pyrénées deal."


def read(
    *inputs: str | Path, published: dt.date | None = None, limit: int = SETTINGS.max_characters
) -> tuple[list[Article], list[InputError]]:
    errors: list[InputError] = []
    articles = read_inputs(
        inputs,
        settings=msgspec.structs.replace(SETTINGS, max_characters=limit),
        published=published,
        on_error=errors.append,
    )
    return list(articles), errors


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*records: object) -> str:
    return "".join(record + "\n" if isinstance(record, str) else json.dumps(record) + "\n" for record in records)


def test_text_file_becomes_an_article_with_blocks_and_language(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt", NEWS)
    [article], errors = read(path, published=dt.date(2020, 8, 21))
    assert not errors
    assert (article.id, article.text, article.language) == (path.as_posix(), NEWS, "en")
    assert article.published == dt.date(2020, 8, 21)
    assert [block.kind for block in article.blocks] == ["paragraph"]


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    content = f"\r\n  {NEWS}\t\r\n\r\n{NEWS}\r\n"
    [article], _ = read(write(tmp_path / "news.txt", content))
    assert article.text == content


def test_folder_is_read_sorted_with_its_folders_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, NEWS)
    articles, errors = read(tmp_path)
    assert [Path(article.id).relative_to(tmp_path).as_posix() for article in articles] == [
        "a/c.txt",
        "a/z.txt",
        "b.txt",
    ]
    assert not errors


def test_glob_is_read_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path / name, NEWS)
    articles, errors = read(str(tmp_path / "*.txt"))
    assert [Path(article.id).name for article in articles] == ["a.txt", "b.txt"]
    assert not errors


def test_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    articles, _ = read(write(tmp_path / "news[1].txt", NEWS))
    assert len(articles) == 1


def test_records_keep_their_fields_and_ignore_others(tmp_path: Path) -> None:
    record = {
        "id": "n1",
        "title": "Dockers say no",
        "published": "Fri, 21 Aug 2020 10:00:00 GMT",
        "publisher": "Harbour Post",
        "url": "https://example.org/1",
        "language": "en-GB",
        "text": NEWS,
        "events": [{"type": "REJECT"}],
        "score": float("nan"),
    }
    [article], errors = read(write(tmp_path / "news.jsonl", lines(record)))
    assert not errors
    assert msgspec.structs.replace(article, blocks=()) == Article(
        id="n1",
        text=NEWS,
        title="Dockers say no",
        published=dt.date(2020, 8, 21),
        publisher="Harbour Post",
        url="https://example.org/1",
        language="en",
    )


def test_records_are_told_by_content_and_get_ids_and_date(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt", "\ufeff\n" + lines({"text": NEWS, "published": None}, {"text": NEWS, "id": 7}))
    articles, errors = read(path, published=dt.date(2020, 8, 21))
    assert not errors
    assert [article.id for article in articles] == [f"{path.as_posix()}:2", "7"]
    assert articles[0].published == dt.date(2020, 8, 21)


def test_own_date_of_a_record_goes_before_the_one_given(tmp_path: Path) -> None:
    path = write(tmp_path / "n.jsonl", lines({"text": NEWS, "published": "2019-01-02"}))
    assert read(path, published=dt.date(2020, 8, 21))[0][0].published == dt.date(2019, 1, 2)


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        ('{"text": "The dock', BadRecordError, "broken JSON"),
        ("[1, 2]", BadRecordError, "object"),
        ('{"id": "x"}', BadRecordError, "text"),
        ('{"text": 5}', BadRecordError, "text"),
        ('{"text": ' + json.dumps(NEWS) + ', "published": "soon"}', BadRecordError, "'soon' is no date"),
        ('{"text": ""}', EmptyInputError, "no text"),
        ('{"text": "Hm."}', EmptyInputError, "letters"),
        ('{"text": "' + "A" * 3000 + '"}', InputTooLargeError, "2,000"),
        ('{"text": "' + NEWS + '\\u0000"}', NotTextError, "control"),
        ('{"text": "' + NEWS + '\\ud800"}', NotTextError, "half"),
        ('{"x": ' + "[" * 100_000 + "]" * 100_000 + "}", BadRecordError, "broken"),
        ("not json at all", BadRecordError, "broken JSON"),
    ],
)
def test_a_bad_record_is_named_with_its_line_and_the_rest_is_read(
    tmp_path: Path, line: str, error: type[InputError], words: str
) -> None:
    path = write(tmp_path / "news.jsonl", lines({"text": NEWS, "id": "1"}, line, {"text": NEWS, "id": "3"}))
    articles, [found] = read(path, limit=2000)
    assert [article.id for article in articles] == ["1", "3"]
    assert type(found) is error
    assert f"{path.as_posix()}:2: " in str(found)
    assert words in str(found)
    assert str(found).endswith(found.remedy)


def test_a_bad_first_record_does_not_make_a_text_of_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt", lines('{"text": "The dock', {"text": NEWS, "id": "2"}))
    articles, errors = read(path)
    assert [article.id for article in articles] == ["2"]
    assert [type(error) for error in errors] == [BadRecordError]


def test_a_text_that_begins_with_a_brace_is_a_text(tmp_path: Path) -> None:
    [article], _ = read(write(tmp_path / "n.txt", "{sic} " + NEWS))
    assert article.text.startswith("{sic}")


def test_an_overlong_line_is_skipped_unread(tmp_path: Path) -> None:
    huge = '{"text": "' + "A" * 1_200_000 + '"}'
    path = write(tmp_path / "news.jsonl", lines({"text": NEWS}, huge, {"text": NEWS}))
    articles, [error] = read(path, limit=1000)
    assert len(articles) == 2
    assert isinstance(error, InputTooLargeError)
    assert ":2: " in str(error)


@pytest.mark.parametrize("name", ["news.txt", "news.txt.gz"])
def test_gzip_is_told_by_content(tmp_path: Path, name: str) -> None:
    articles, errors = read(write(tmp_path / name, gzip.compress(NEWS.encode())))
    assert [article.text for article in articles] == [NEWS]
    assert not errors


def test_gzipped_records_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "n.jsonl.gz", gzip.compress(lines({"text": NEWS}, {"text": NEWS}).encode()))
    articles, errors = read(path)
    assert [article.id for article in articles] == [f"{path.as_posix()}:1", f"{path.as_posix()}:2"]
    assert not errors


def test_truncated_gzip_gives_what_was_read_and_an_error(tmp_path: Path) -> None:
    records = lines(*({"text": f"{NEWS} {number * 7919}"} for number in range(20_000)))
    whole = gzip.compress(records.encode())
    articles, [error] = read(write(tmp_path / "n.jsonl.gz", whole[: len(whole) // 2]))
    assert articles
    assert "ends early" in str(error)
    _, [error] = read(write(tmp_path / "n.txt.gz", gzip.compress(NEWS.encode())[:-9]))
    assert "ends early" in str(error)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbf" + NEWS.encode(), NEWS),
        (NEWS.encode("utf-16"), NEWS),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), NEWS),
        (WESTERN.encode(), WESTERN),
        (WESTERN.encode("cp1252"), WESTERN),
    ],
)
def test_encodings_are_told(tmp_path: Path, content: bytes, text: str) -> None:
    articles, errors = read(write(tmp_path / "n.txt", content))
    assert [article.text for article in articles] == [text]
    assert not errors


def test_records_in_other_encodings_are_read(tmp_path: Path) -> None:
    record = json.dumps({"text": WESTERN}, ensure_ascii=False) + "\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        articles, errors = read(write(tmp_path / "n.jsonl", record.encode(encoding)))
        assert [article.text for article in articles] == [WESTERN], (encoding, errors)


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", EmptyInputError, "empty"),
        (b" \n\n\t ", EmptyInputError, "no text"),
        (b"ok", EmptyInputError, "letters"),
        (NEWS.encode() + b"\x00\x01\x02" + NEWS.encode(), NotTextError, "binary"),
        (bytes(range(256)) * 20, NotTextError, "binary"),
        (NEWS.encode("utf-16-le"), NotTextError, "control|binary"),
        ("Докеры порта отклонили предложение правительства".encode("koi8-r"), NotTextError, "UTF-8"),
        (("Grève à Sfax, très dure. " * 5).encode() + b"\xff" + NEWS.encode(), NotTextError, "UTF-8"),
        (b"%PDF-1.7 " + NEWS.encode(), NotTextError, "PDF"),
        (b"<!DOCTYPE html><p>" + NEWS.encode(), NotTextError, "HTML"),
        (b'{\n  "text": "' + NEWS.encode() + b'"\n}', BadRecordError, "one article a line"),
        (b"\xff\xfe" + b"a\x00b", NotTextError, "UTF-16"),
    ],
)
def test_bad_input_is_refused_with_name_and_remedy(
    tmp_path: Path, content: bytes, error: type[InputError], words: str
) -> None:
    path = write(tmp_path / "bad.txt", content)
    good = write(tmp_path / "good.txt", NEWS)
    articles, [found] = read(path, good)
    assert [article.id for article in articles] == [good.as_posix()]
    assert type(found) is error
    assert str(found).startswith(path.as_posix())
    assert any(word in str(found) for word in words.split("|"))
    assert str(found).endswith(found.remedy)


def test_missing_inputs_are_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    given: list[str | Path] = [
        tmp_path / "no.txt",
        str(tmp_path / "*.none"),
        empty,
        "https://example.org/a",
        "a\x00b",
        NEWS * 100,
        "",
    ]
    articles, errors = read(*given)
    assert not articles
    assert [type(error) for error in errors] == [
        InputNotFoundError,
        InputNotFoundError,
        EmptyInputError,
        InputNotFoundError,
        InputNotFoundError,
        InputNotFoundError,
        InputNotFoundError,
    ]
    assert "no.txt" in str(errors[0])


def test_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "n.txt", NEWS)
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    _, [error] = read(path)
    assert "n.txt: cannot be read (Permission denied)" in str(error)


def test_a_huge_text_is_refused_fast_and_a_large_jsonl_is_read_lazily(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.write(NEWS.encode())
        file.truncate(50_000_000)
    started = time.perf_counter()
    _, [error] = read(huge)
    assert time.perf_counter() - started < 1
    assert isinstance(error, InputTooLargeError)
    big = write(tmp_path / "big.jsonl", lines({"text": NEWS}) * 3000)
    articles = read_inputs([big], settings=SETTINGS, on_error=lambda _: None)
    assert len(list(itertools.islice(articles, 3))) == 3
    _, errors = read(write(tmp_path / "huge.gz", gzip.compress(b"The dock. " * 300_000)), limit=100_000)
    assert [type(error) for error in errors] == [InputTooLargeError]


@pytest.mark.parametrize(
    ("content", "ids"),
    [(NEWS, ["stdin"]), (lines({"text": NEWS}, {"text": NEWS, "id": "x"}), ["stdin:1", "x"]), ("", [])],
)
def test_standard_input_is_text_or_records(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    articles, errors = read("-")
    assert [article.id for article in articles] == ids
    assert len(errors) == (not ids)


def test_make_article_checks_a_bare_text() -> None:
    day = dt.date(2020, 8, 21)
    article = make_article(NEWS, article_id="a", settings=SETTINGS, published=day, title="Dockers say no")
    assert (article.published, article.title) == (day, "Dockers say no")
    assert (article.id, article.language, len(article.blocks)) == ("a", "en", 1)
    with pytest.raises(EmptyInputError, match=r"^a: "):
        make_article("", article_id="a", settings=SETTINGS)
    with pytest.raises(NotTextError):
        make_article(NEWS + "\udc80", article_id="a", settings=SETTINGS)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(str.encode),
        st.binary(max_size=200).map(lambda tail: b'{"text": "' + tail),
        st.binary(max_size=200).map(lambda tail: lines({"text": NEWS}).encode() + tail),
        st.binary(max_size=200).map(lambda tail: b"\x1f\x8b" + tail),
        st.binary(max_size=200).map(gzip.compress),
    ),
    suffix=st.sampled_from([".txt", ".jsonl", ".gz"]),
)
def test_whatever_the_bytes_only_input_errors_come_out(tmp_path: Path, content: bytes, suffix: str) -> None:
    articles, errors = read(write(tmp_path / f"any{suffix}", content))
    for article in articles:
        assert article.blocks
        article.text.encode("utf-8")
    for error in errors:
        assert isinstance(error, InputError)
        assert error.remedy in str(error)
