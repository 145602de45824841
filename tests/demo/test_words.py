"""The written material: enough of it, natural in both spellings, and varied."""

import unicodedata

from wend.demo.answers import SCORES, STARS_LATE, STARS_ON_TIME, SURVEYS, TOPICS
from wend.demo.words import column, plain, strings, written

TOPIC_LISTS = [name for name in written("comments") if not name.startswith("zalo")]


def test_there_are_comments_of_every_topic_and_mood() -> None:
    moods = {f"{topic}_{mood}" for topic in TOPICS.values() for mood in ("good", "ok", "bad")}
    assert set(TOPIC_LISTS) == moods | {"delivery_late"}
    texts = [text for name in TOPIC_LISTS for text in strings("comments", name)]
    assert len(texts) >= 120
    assert len(set(texts)) == len(texts)


def test_some_comments_are_typed_without_marks_and_most_with() -> None:
    texts = [text for name in TOPIC_LISTS for text in strings("comments", name)]
    bare = sum(text == plain(text) for text in texts)
    assert 0.1 < bare / len(texts) < 0.4


def test_texts_are_composed_unicode() -> None:
    texts = [text for name in written("comments") for text in strings("comments", name)]
    texts += column("places", "province", "name") + column("products", "product", "name") + strings("names", "surnames")
    assert all(unicodedata.is_normalized("NFC", text) for text in texts)


def test_marks_come_off() -> None:
    assert plain("Đắk Lắk, phường Ô Chợ Dừa") == "Dak Lak, phuong O Cho Dua"


def test_the_places_are_the_thirty_four_of_today() -> None:
    assert len(set(column("places", "province", "name"))) == 34
    assert all(3 <= days <= 5 for days in column("places", "province", "days"))


def test_the_planted_stars_have_the_stated_means() -> None:
    assert sum(stars * weight for stars, weight in enumerate(STARS_ON_TIME, 1)) / 100 == 4.4
    assert sum(stars * weight for stars, weight in enumerate(STARS_LATE, 1)) / 100 == 2.6
    assert all(sum(weights) == 100 for weights in SCORES.values())
    assert len(SURVEYS) == len(TOPICS)
