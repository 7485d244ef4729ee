# Shorthands; each is one or two plain commands that also work where there is no make.
PYTHON ?= python3
# The Python of .venv with the checkers, set up when a target first asks for it.
CHECKERS = $(shell $(PYTHON) -m app.environment check)
UV ?= uv
COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --generate-hashes --no-header \
	--no-emit-index-url --no-annotate --python-version 3.11

.PHONY: run test check check-style check-peers coverage format bench lock clean

run:
	$(PYTHON) -m app

test:
	$(PYTHON) -m app test

check: check-style test check-peers

check-style:
	python=$(CHECKERS); set -ex; \
	$$python -m ruff check .; \
	$$python -m ruff format --check .; \
	$$python -m mypy; \
	$$(dirname $$python)/lint-imports --no-logo --no-cache

# Redlines once more, read and written by engines that are not ours.
check-peers:
	python=$(CHECKERS); set -ex; \
	$$python -m app test tests/documents/test_redline_peers.py

format:
	python=$(CHECKERS); set -ex; \
	$$python -m ruff check --fix .; \
	$$python -m ruff format .

# What the tests reach, branches counted.
coverage:
	$(PYTHON) -m app test --cov --cov-report=term -q

bench:
	python=$(CHECKERS); $$python -m app test tests/benchmarks -s -p no:randomly --timeout 1800

# Each lock holds the one before it, at the same versions. Needs uv.
lock:
	$(COMPILE) --upgrade -o packaging/requirements.lock
	$(COMPILE) --upgrade --extra test -c packaging/requirements.lock \
		-o packaging/requirements-test.lock
	$(COMPILE) --upgrade --extra test --extra check -c packaging/requirements-test.lock \
		-o packaging/requirements-check.lock

clean:
	rm -rf build dist jwg-demo .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find app tests -name __pycache__ -type d -prune -exec rm -rf {} +
