"""What a center used lately."""

from registry.models import Run

LOOKED_AT = 200  # runs back
SHOWN = 10


def recent_diagnoses(center_id: int) -> list[str]:
    """The primary diagnoses of the center's last runs, the latest first, each once. One query."""
    runs = Run.objects.filter(center_id=center_id, primary_diagnosis__isnull=False).order_by("-pk")
    codes = runs.values_list("primary_diagnosis", flat=True)[:LOOKED_AT]
    return list(dict.fromkeys(code for code in codes if code))[:SHOWN]
