"""The web application, served by gunicorn as ``config.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("REGISTRY_PROCESS", "web")  # shorter time limits in the database

application = get_wsgi_application()
