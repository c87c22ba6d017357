"""Places that a reader's words name."""

import pytest

from guidance.rules.gazetteer import Gazetteer, Named
from guidance.rules.spelling import words_of

PLACES = Gazetteer(
    [
        Named("KZ-15", ("Ақтөбе облысы", "Актюбинская область", "Aktobe Region"), 700),
        Named("KZ-15-aqtobe", ("Ақтөбе қаласы", "город Актобе", "the town of Aktobe"), 800),
        Named("KZ-33", ("Жетісу облысы", "область Жетісу", "Zhetisu Region"), 700),
        Named("KZ-27", ("Батыс Қазақстан облысы", "Западно-Казахстанская область", "ЗКО"), 700),
        Named("KZ-71", ("Астана қаласы", "город Астана", "Astana", "Нур-Султан"), 900),
        Named("KZ-75", ("Алматы қаласы", "город Алматы", "Almaty"), 900),
        Named("KZ-35", ("Қарағанды облысы", "Карагандинская область"), 700),
        Named("KZ-35", ("Temirtau", "Темиртау", "Теміртау"), 170),
        Named("KZ-19", ("Үлкен",), 1),
    ]
)


def named(text):
    return [mention.codes for mention in PLACES.mentions(words_of(text))]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ақтөбе", ("KZ-15-aqtobe", "KZ-15")),
        ("Актобе", ("KZ-15-aqtobe", "KZ-15")),
        ("AQTOBE", ("KZ-15-aqtobe", "KZ-15")),
        ("шабуыл Ақтөбедегі", ("KZ-15-aqtobe", "KZ-15")),
        ("в Актюбинской области", ("KZ-15",)),
        ("Жетысу", ("KZ-33",)),
        ("Zhetysu", ("KZ-33",)),
        ("Западно-Казахстанской области", ("KZ-27",)),
        ("Батыс Қазақстан облысында", ("KZ-27",)),
        ("зко", ("KZ-27",)),
        ("Нур-Султан", ("KZ-71",)),
        ("нурсултан", ("KZ-71",)),
        ("теракт в Астане", ("KZ-71",)),
        ("Temirtau", ("KZ-35",)),
        ("Темиртау", ("KZ-35",)),
        ("Үлкен", ("KZ-19",)),
    ],
)
def test_a_place_is_known_by_any_of_its_names(text, codes):
    assert named(text) == [codes]


@pytest.mark.parametrize(
    "text", ["", "алма", "Нурсултан Назарбаев", "үлкен қауіп", "область", "Аста", "Қазақстанда"]
)
def test_other_words_name_no_place(text):
    assert named(text) == []


def test_a_question_may_name_two_places():
    assert named("Алматы Астана") == [("KZ-75",), ("KZ-71",)]
