# Everything needed is Python 3.11 or later, make, and a package index that pip can reach.
# `make run` and `make test` set up .venv by themselves; nothing is installed outside it.

VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := src/dragoman/examples
PIP := $(BIN)/python -m pip --disable-pip-version-check

# The first Python that runs and is new enough; override with: make PYTHON=/path/to/python run
PYTHON ?= $(shell for one in python3.11 python3.12 python3.13 python3 python; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)

.DEFAULT_GOAL := help
.PHONY: help run setup test lint format gate wheel lock clean

help: ## say what can be made
	@echo "make run     set up, code the example articles, show what was found"
	@echo "make test    set up, run the tests"
	@echo "make lint    check style and types (ruff, mypy)"
	@echo "make format  put the code into its standard form"
	@echo "make gate    score on our own gold and compare with the floors"
	@echo "make wheel   build the package and try it in an empty environment"
	@echo "make lock    renew the pinned requirements (needs uv)"
	@echo "make clean   remove .venv and everything built"

run: $(VENV)/.run
	@$(BIN)/dragoman show $(EXAMPLES)
	@$(BIN)/dragoman code $(EXAMPLES) -o events.jsonl
	@echo
	@echo "The events above are in events.jsonl, one JSON object a line. What to type next:"
	@echo
	@echo "  . $(BIN)/activate"
	@echo "  dragoman explain $(EXAMPLES)/iran_ultimatum.jsonl    why each field has its value"
	@echo "  dragoman show YOUR_ARTICLE.txt --published 2024-05-31      an article of your own"
	@echo "  dragoman code FOLDER -o events.csv                         many, into a table"

setup: $(VENV)/.dev

test: $(VENV)/.dev
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: $(VENV)/.dev
	$(BIN)/python evaluation/gate.py

wheel: $(VENV)/.dev
	$(BIN)/python -m pytest --slow tests/test_wheel.py

# The pins of run.txt are those of dev.txt, so one .venv serves both.
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet --upgrade
lock:
	$(COMPILE) --group dev -o requirements/dev.txt
	$(COMPILE) --group build -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf $(VENV) build dist events.jsonl .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@if [ -z "$(PYTHON)" ]; then \
		echo "dragoman needs Python 3.11 or later, and none was found. Install it, or name it: make PYTHON=/path/to/python run" >&2; \
		exit 1; \
	fi
	@echo "Setting up $(VENV) with $(PYTHON) (once, about a minute)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run: $(VENV)/pyvenv.cfg requirements/run.txt pyproject.toml
	@$(PIP) install --quiet --require-hashes -r requirements/run.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@
