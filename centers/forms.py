"""Forms about people and centers."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from centers.access import Can, centers_where, invitable_roles
from centers.models import SOCIETY_ROLES, Center, Invitation, Role, User
from centers.models.user import Language
from crf.codelists.provinces import PROVINCE


class PlainMixin:
    """Labels speak; texts inside empty boxes do not repeat them."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SignInForm(PlainMixin, LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "autofocus": True}
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""


class AskResetForm(PlainMixin, ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        self.fields["email"].widget.attrs["autocomplete"] = "username"


class NewPasswordLabels(PlainMixin):
    """The two boxes for a new password, worded alike everywhere."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = password_help()
        self.fields["password2"].label = _("New password again")


class ResetForm(NewPasswordLabels, ResetPasswordKeyForm):
    pass


class ChangeForm(NewPasswordLabels, ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Current password")


def password_help() -> str:
    """What a password must be, one sentence per rule that has something to say."""
    texts = [text for text in password_validation.password_validators_help_texts() if text]
    return ("" if (get_language() or "").startswith("zh") else " ").join(texts)


class OwnAccountForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("name", "language")


class NewPersonForm(forms.Form):
    """What an invited person fills in: a name and a password nobody else knows."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name", "autofocus": True}),
    )
    password1 = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=gettext_lazy("New password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.fields["password1"].help_text = password_help()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("password1") != data.get("password2"):
            self.add_error("password2", _("The two passwords differ."))
        elif data.get("password1"):
            self._check(data["password1"], data.get("name", ""))
        return data

    def _check(self, password: str, name: str) -> None:
        person = User(email=self.invitation.email, name=name)
        person.will_be_society = self.invitation.role in SOCIETY_ROLES  # type: ignore[attr-defined]
        try:
            password_validation.validate_password(password, person)
        except ValidationError as error:
            self.add_error("password1", error)


class InviteForm(forms.Form):
    """Whom to invite as what. Only roles and centers that the inviting person may hand out are offered."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    center = forms.ModelChoiceField(
        label=gettext_lazy("Center"), queryset=Center.objects.none(), required=False, empty_label=""
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the mail"), choices=Language.choices)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        centers = centers_where(by, Can.INVITE)
        self._field("role").choices = [(role.value, role.label) for role in roles_offered(by, centers)]
        self._field("center").queryset = centers
        if len(centers) == 1:
            self.fields["center"].initial = centers[0]
        if not invitable_roles(by, None):
            self.fields["center"].required = True

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        society = data.get("role") in SOCIETY_ROLES
        if society:
            data["center"] = None
        elif data.get("role") and not data.get("center") and "center" not in self.errors:
            self.add_error("center", _("Choose the center this role is for."))
        return data


def roles_offered(by: User, centers: QuerySet[Center]) -> list[Role]:
    """Every role this person may hand out somewhere, roles of a center first."""
    first = centers.first()
    return [*(invitable_roles(by, first) if first else ()), *invitable_roles(by, None)]


class CenterForm(forms.ModelForm):
    center_province = forms.ChoiceField(label=gettext_lazy("Province"))

    class Meta:
        model = Center
        fields = (
            "center_code",
            "center_name",
            "center_name_en",
            "center_province",
            "center_city",
            "program_start_year",
            "status",
        )
        labels = {
            "center_code": gettext_lazy("Center code"),
            "center_name": gettext_lazy("Hospital name"),
            "center_name_en": gettext_lazy("Hospital name in English"),
            "center_city": gettext_lazy("City"),
            "program_start_year": gettext_lazy("Year of first ECLS"),
        }
        help_texts = {
            "center_code": gettext_lazy("Part of every case number; it never changes once cases exist."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provinces: Any = self.fields["center_province"]
        provinces.choices = [("", "")] + [(option.code, str(option.label)) for option in PROVINCE]
        self.fields["program_start_year"].required = True
        if self.instance.pk:
            self.fields["center_code"].disabled = True

    def clean_center_code(self) -> str:
        code = self.cleaned_data["center_code"].strip().upper()
        if not code.isascii() or not code.isalnum():
            raise ValidationError(_("Use letters and digits only."))
        return code

    def clean_program_start_year(self) -> int:
        year = self.cleaned_data["program_start_year"]
        if not 1980 <= year <= timezone.localdate().year:
            raise ValidationError(_("Enter a year from 1980 to this year."))
        return year
