"""Direct identifiers, in tables of their own and encrypted value by value."""

from django.db import models

from centers.history import tracked
from centers.models.scoped import CenterScopedModel
from crf import fields
from crf.items import Item
from registry.models.case import Case
from registry.models.patient import Patient


class IdentifierKind(models.TextChoices):
    NAME = "name"
    DOCUMENT_NO = "document_no"
    PHONE = "phone"
    PHONE_2 = "phone_2"
    RECORD_NO = "record_no"


@tracked()
class Identifier(CenterScopedModel):
    """One identifying value of a patient (of a case, for the hospital's record number), sealed.

    ``lookup`` is the keyed hash by which a record or document number is found; empty for other kinds.
    """

    patient = models.ForeignKey(Patient, models.CASCADE, related_name="identifiers")
    case = models.ForeignKey(Case, models.CASCADE, null=True, blank=True, related_name="identifiers")
    kind = models.CharField(max_length=12, choices=IdentifierKind.choices)
    sealed = models.BinaryField()
    lookup = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        db_table = "registry_identifier"
        indexes = [models.Index(fields=["center", "kind", "lookup"], name="identifier_lookup")]
        constraints = [
            models.UniqueConstraint(
                fields=["patient", "case", "kind"], name="identifier_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(kind="record_no", case__isnull=False)
                | (~models.Q(kind="record_no") & models.Q(case__isnull=True)),
                name="identifier_record_no_with_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.patient_id}"


class PatientKey(CenterScopedModel):
    """A patient's random data key, wrapped by a master key. Deleting the row erases the identity.

    It has no history: an old wrapped key would undo an erasure.
    """

    patient = models.OneToOneField(Patient, models.CASCADE, primary_key=True, related_name="data_key")
    wrapped = models.BinaryField()
    key_id = models.CharField(max_length=40)

    class Meta:
        db_table = "registry_patientkey"

    def __str__(self) -> str:
        return f"key of {self.patient_id}"


def _entry(name: str, field: fields.Line) -> Item:
    object.__setattr__(field.item, "name", name)
    return field.item


# The dictionary entries of the sealed values; they are asked in a form of their own and never in a column.
IDENTITY_ITEMS: dict[IdentifierKind, Item] = {
    IdentifierKind.NAME: _entry(
        "patient_name",
        fields.Line(
            "Patient name",
            "患者姓名",
            section="Identity",
            entity="patient",
            definition=(
                "Stored encrypted; never exported nationally. Unidentified patient: the name used on the hospital record",
                "加密保存，不向全国导出。身份不明者填病历所用姓名",
            ),
        ),
    ),
    IdentifierKind.DOCUMENT_NO: _entry(
        "id_document_no",
        fields.Line(
            "Identity document number",
            "证件号码",
            section="Identity",
            entity="patient",
            conditional=True,
            when="id_document_type!=8",
            definition=(
                "Stored encrypted, with a keyed hash for matching the same person (transfers, readmissions, deaths)",
                "加密保存，另存带密钥的散列，用于匹配同一患者（转院、再入院、死亡登记）",
            ),
        ),
    ),
    IdentifierKind.PHONE: _entry(
        "contact_phone",
        fields.Line(
            "Follow-up telephone 1",
            "随访电话1",
            section="Identity",
            entity="patient",
            definition=(
                "Stored encrypted; mobile number or area code plus number",
                "加密保存；手机号或区号加号码",
            ),
        ),
    ),
    IdentifierKind.PHONE_2: _entry(
        "contact_phone_2",
        fields.Line(
            "Follow-up telephone 2",
            "随访电话2",
            section="Identity",
            entity="patient",
            definition=(
                "Number of a different person, if possible in another household",
                "尽量填另一位联系人的电话，最好不同住",
            ),
        ),
    ),
    IdentifierKind.RECORD_NO: _entry(
        "medical_record_no",
        fields.Line(
            "Hospital record number",
            "病案号",
            section="Record",
            entity="admission",
            required=True,
            definition=(
                "Unique within the center; hidden from national users",
                "本中心内唯一；全国用户不可见",
            ),
        ),
    ),
}
