"""Questions laid out by crispy: the form of a block, from its list of questions."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from crispy_forms.utils import TEMPLATE_PACK
from django import forms
from django.template import Context
from django.utils.safestring import SafeString

from crf.questions import Question

SHOWN = forms.CharField(required=False)  # of every question: a layout asks for a name and nothing else


class Asked(Field):
    """Layout object of one question; the template picks the control."""

    def __init__(self, question: Question):
        super().__init__(question.name)
        self.question = question

    def render(self, form: Any, context: Any, template_pack: Any = TEMPLATE_PACK, **options: Any) -> Any:
        form.rendered_fields.add(self.question.name)
        return self.question.as_field


class QuestionForm(forms.Form):
    """The fields of a block on a grid of six columns. It shows; reading is ``crf.posted``."""

    def __init__(self, questions: Sequence[Question]):
        super().__init__()
        self.fields = dict.fromkeys((question.name for question in questions), SHOWN)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Div(*map(Asked, questions), css_class="fields"))

    @property
    def markup(self) -> SafeString:
        """The layout alone, without what crispy's tag puts around a form of its own."""
        return self.helper.render_layout(self, Context())
