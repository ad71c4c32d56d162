"""Questions laid out by crispy: the form of a block, from its list of questions."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from crispy_forms.utils import TEMPLATE_PACK
from django import forms
from django.template.loader import render_to_string

from crf.questions import Question


class Asked(Field):
    """Layout object of one question; the template picks the control."""

    template = "crf/question.html"

    def __init__(self, question: Question):
        super().__init__(question.name)
        self.question = question

    def render(self, form: Any, context: Any, template_pack: Any = TEMPLATE_PACK, **options: Any) -> Any:
        form.rendered_fields.add(self.question.name)
        return render_to_string(self.template, {"question": self.question})


class QuestionForm(forms.Form):
    """The fields of a block on a grid of six columns. It shows; reading is ``crf.posted``."""

    def __init__(self, questions: Sequence[Question]):
        super().__init__()
        self.fields = {question.name: forms.CharField(required=False) for question in questions}
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Div(*map(Asked, questions), css_class="fields"))
