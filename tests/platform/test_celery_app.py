"""Every Django process sends its tasks to the registry's broker."""

from celery import current_app
from django.conf import settings

from national.report.tasks import build_annual_report


def test_pages_and_commands_send_to_the_registrys_broker() -> None:
    assert current_app.main == "registry"
    assert build_annual_report.app.conf.broker_url == settings.CELERY_BROKER_URL
