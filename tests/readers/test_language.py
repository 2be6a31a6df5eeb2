"""Languages: which one a text is in is found and shown, and of others than English the dates in full are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.reading import article_of, read_one
from timeline.articles.language import language_of
from timeline.events import tell
from timeline.notation import date_text

TEXTS = {
    "en": "The old ferry sank in the harbour on 9 May 2020, and the crew swam to the shore in the dark.",
    "fr": "Le vieux bac a coulé dans le port le 9 mai 2020, et l'équipage a gagné la rive à la nage dans la nuit.",
    "de": "Die alte Fähre sank am 9. Mai 2020 im Hafen, und die Mannschaft schwamm im Dunkeln ans Ufer des Sees.",
    "es": "El viejo transbordador se hundió en el puerto el 9 de mayo de 2020 y la tripulación nadó hasta la orilla.",
    "pt": "A velha balsa afundou no porto em 9 de maio de 2020, e a tripulação nadou até a margem na escuridão.",
    "ru": "Старый паром затонул в гавани 9 мая 2020 года, и команда в темноте доплыла до берега.",
    "ko": "낡은 여객선이 2020년 5월 9일 항구에서 침몰했고 선원들은 어둠 속에서 해안까지 헤엄쳤다.",
    "ja": "古いフェリーは2020年5月9日に港で沈没し、乗組員は暗闇の中を岸まで泳いだ。",
    "zh": "旧渡轮于2020年5月9日在港口沉没，船员们在黑暗中游到了岸边。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_found(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("language", TEXTS)
def test_dates_in_full_become_events_in_every_language(language: str) -> None:
    article = article_of(TEXTS[language] + "\n")
    (event,) = tell(article).events
    assert date_text(event.date) == "2020-05-09"
    assert article.text[slice(*_place(article.text, event.sources[0].phrase))] == event.sources[0].phrase
    assert any("partly read" in note for note in article.notes) == (language != "en")


def _place(text: str, phrase: str) -> tuple[int, int]:
    start = text.index(phrase)
    return start, start + len(phrase)


def test_nothing_but_dates_in_full_is_read_of_another_language() -> None:
    article = article_of("Le bac a coulé samedi dans le port, et en mars 2020 l'équipage avait dit que la coque était usée.\n")
    assert tell(article).findings == ()


def test_an_impossible_date_of_another_language_is_reported() -> None:
    article = article_of(
        "Le bac a coulé le 30 février 2020 dans le port, et l'équipage a gagné la rive à la nage dans la nuit.\n"
    )
    (finding,) = tell(article).findings
    assert (finding.mention.text, finding.fate, finding.why) == ("30 février 2020", "unresolved", "there is no such date")


@pytest.mark.parametrize("text", ["Ferry sinks Saturday", "lol ferry sank sat may 9", "Fire in Oslo, 2 dead"])
def test_what_is_too_short_to_tell_is_read_as_english(text: str) -> None:
    assert language_of(text) in ("", "en")


def test_what_a_person_says_of_the_language_holds(tmp_path: Path) -> None:
    (tmp_path / "articles.yaml").write_text("- {file: a.txt, language: de}\n")
    article = read_one(tmp_path, "a.txt", TEXTS["en"].encode())
    assert article.language == "de"
