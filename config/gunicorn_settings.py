"""gunicorn's settings; the proxy in front speaks TLS."""

import os
from pathlib import Path

bind = f"{os.environ.get('BIND') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
workers = int(os.environ.get("WEB_CONCURRENCY") or min(2 * (os.cpu_count() or 1), 16))
preload_app = True  # the code is loaded once and shared by all workers
control_socket_disable = True
timeout = 60
graceful_timeout = 30
keepalive = 5
max_requests = 2000
max_requests_jitter = 200
limit_request_line = 4094
limit_request_fields = 60
header_map = "drop"  # a header with "_" could pass for one the proxy sets
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1"
if Path("/dev/shm").is_dir():  # noqa: S108 - heartbeats in memory: a slow disk must not look like a dead worker
    worker_tmp_dir = "/dev/shm"  # noqa: S108
