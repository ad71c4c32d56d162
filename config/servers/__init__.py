"""PostgreSQL and Redis: where they are, and the embedded ones for whoever has none."""

from config.servers.addresses import app_role, connects_as_owner, database_settings, redis_url
from config.servers.embedded import data_directory

__all__ = ["app_role", "connects_as_owner", "data_directory", "database_settings", "redis_url"]
