from dragoman.parse import Segmenter, SpacyParser
from dragoman.records import Article, Block
from dragoman.settings import load_settings


def test_base_forms_that_the_pipeline_misses_are_mended() -> None:
    text = "Workers staged a walkout while rebels waged war."
    article = Article(id="test", text=text, blocks=(Block("paragraph", 0, len(text)),))
    parser = SpacyParser(load_settings().parse)
    raw = next(iter(Segmenter().split(article)))
    one = next(iter(parser.parse([(article, raw, 0)])))
    lemmas = {token.text: token.lemma for token in one.tokens}
    assert (lemmas["staged"], lemmas["waged"]) == ("stage", "wage")
