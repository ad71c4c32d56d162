# One image for web, worker and beat. PostgreSQL and Redis are images of their own (docker-compose.yml).
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    REGISTRY_MODE=production \
    DATA_DIR=/data \
    BIND=0.0.0.0
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin registry \
 && install -d -o registry -g registry -m 0700 /data
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY . .
# The pages need no secret to be made, so the image is built as a registry without any.
RUN REGISTRY_MODE=local STATIC_MANIFEST=1 DATA_DIR=/tmp/build python manage.py prepare_pages \
 && rm -rf /tmp/build
USER registry
EXPOSE 8000
ENTRYPOINT ["python", "-m", "config.entrypoint"]
CMD ["web"]
