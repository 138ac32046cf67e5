import pytest

from dragoman.read.furniture import cut_pieces, line_kind

FURNITURE = [
    "Share on Facebook Tweet",
    "Back to top button",
    "Print",
    "Email | Print | Save",
    "12 Comments",
    "Leave a comment",
    "Sign up for our daily newsletter",
    "Subscribe now",
    "Get the latest news delivered straight to your inbox",
    "We use cookies to improve your visit",
    "Accept all cookies",
    "Advertisement",
    "Story continues below advertisement",
    "Read more: Why the ports matter",
    "Related: Why the ports matter",
    "Also read: Why the ports matter",
    "[Why the ports matter]",
    "Follow us on Twitter",
    "Follow Amal Ben Salah on Twitter @amal",
    "© 2020 The Harbour Post. All rights reserved.",
    "Copyright 2020 Harbour Media Ltd",
    "This article was first published by the Harbour Post.",
    "Photo: Amal Ben Salah/AFP",
    "Photo by Amal Ben Salah",
    "(AP Photo/Amal Ben Salah)",
    "[Reuters]",
    "Image: Getty",
    "Amal Ben Salah/Getty Images",
    "Image copyright Getty Images",
    "Video",
    "Photos",
    "By Amal Ben Salah",
    "By Amal Ben Salah and Tom Reed in Tunis",
    "Reporting by Amal Ben Salah; Editing by Tom Reed",
    "(Additional reporting by Tom Reed in Sfax)",
    "21 August 2020",
    "Friday, August 21, 2020 at 10:15 a.m. GMT",
    "Updated: 21/08/2020 - 10:15",
    "3 min read",
    "2 hours ago",
    "___",
    "14",
    "https://example.org/ports",
    "width:100%;",
]
NEWS = [
    "The photo shows soldiers at the gates",
    "Photo shows soldiers beating a prisoner",
    "Contact US forces, minister tells villagers",
    "Saudi Arabia contributed $20 million to the fund.",
    "This report was denied by the ministry.",
    "Latest reports from the front speak of heavy losses.",
    "Top posts go to women in new cabinet",
    "Reuters reported that the port was closed.",
    "Trump Sues CNN",
    "Issued 12 warrants, prosecutor resigns",
    "Save the Children warns of famine in Somalia",
    "The Twitter account was suspended on Friday.",
    "May meets Merkel in Berlin",
    "Protesters share food in Tahrir Square",
    "Aid Arrives via Turkey",
    "Watchdog says votes were bought",
    "More than 20 people were arrested in Sfax.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_line_of_page_furniture_is_recognised(line: str) -> None:
    assert line_kind(line) == "furniture"


@pytest.mark.parametrize("line", NEWS)
def test_line_of_news_is_left_alone(line: str) -> None:
    assert line_kind(line) is None
    assert [(piece.start, piece.end, piece.furniture) for piece in cut_pieces(line)] == [(0, len(line), False)]


@pytest.mark.parametrize("line", ["Tags: Tunisia, Strikes", "Filed under: Politics", "#Tunisia #Strikes"])
def test_labelled_tags_are_tags(line: str) -> None:
    assert line_kind(line) == "tags"


@pytest.mark.parametrize(
    ("line", "news"),
    [
        ("Ships wait at sea. (Reporting by Amal Ben Salah; Editing by Tom Reed)", "Ships wait at sea."),
        ("Ships wait at sea. Reporting by Amal Ben Salah; Editing by Tom Reed", "Ships wait at sea."),
        ("Ships wait at sea. (AP Photo/Amal Ben Salah)", "Ships wait at sea."),
        ("Ships wait at sea. — AFP", "Ships wait at sea."),
        ("Ships wait at sea. [Reuters]", "Ships wait at sea."),
        ("Ships wait at sea. Read more", "Ships wait at sea."),
        ("• Ships wait at sea.", "Ships wait at sea."),
        ("FILE PHOTO: Ships wait at sea.", "Ships wait at sea."),
        ("Ships wait at sea. Photograph: Amal Ben Salah/Getty Images", "Ships wait at sea."),
        ("Advertisement Continue reading the main story Ships wait at sea.", "Ships wait at sea."),
    ],
)
def test_furniture_is_cut_off_a_line(line: str, news: str) -> None:
    pieces = cut_pieces(line)
    assert [line[piece.start : piece.end] for piece in pieces if not piece.furniture] == [news]
    assert "".join(line[piece.start : piece.end] for piece in pieces).replace(" ", "") == line.replace(" ", "")


def test_a_sentence_on_reporting_is_not_cut() -> None:
    line = "He praised the brave reporting by local journalists of the killings in the south."
    assert [line[piece.start : piece.end] for piece in cut_pieces(line)] == [line]
