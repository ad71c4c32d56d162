#!/bin/sh
# Runs once, when the database server is created: the owner migrates, the plain role does everything else.
set -eu
: "${OWNER_PASSWORD:?set it in .env}" "${APP_PASSWORD:?set it in .env}"
psql --set ON_ERROR_STOP=1 --username postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
CREATE ROLE registry_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE registry_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD :'app_password';
CREATE DATABASE registry OWNER registry_owner;
SQL
