"""Questions with their answers, open on the page: in an emergency nobody unfolds anything."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks.words import line, prose

MOST_QUESTIONS = 20


class QuestionBlock(blocks.StructBlock):
    """Hold a question with its answer."""

    question = line(200, label=_("question"))
    answer = prose(features=("ul", "ol"), label=_("answer"))

    class Meta:
        icon = "help"
        label = _("question and answer")


class QuestionsBlock(blocks.StructBlock):
    """Hold what people ask about one matter."""

    pairs = blocks.ListBlock(
        QuestionBlock(), min_num=1, max_num=MOST_QUESTIONS, label=_("questions and answers")
    )

    class Meta:
        icon = "help"
        label = _("questions and answers")
        template = "components/blocks/questions.html"
