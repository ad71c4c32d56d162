# Everything goes through two commands: `make run` and `make test`.
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help run test fix lock

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: ## Install what is needed, start the registry and print its address
	@exec $(PYTHON) config/bootstrap.py run

test: ## Every check and every test, from nothing
	@exec $(PYTHON) config/bootstrap.py test

fix: ## Format the code and repair what the linter can
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

lock: ## Pin the newest packages with hashes (maintainers; needs uv)
	@UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes requirements.in --output-file requirements.txt
	@UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --constraints requirements.txt requirements-dev.in --output-file requirements-dev.txt
