PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
DATA ?= ../shared/data

.DEFAULT_GOAL := help

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 22

setup: .venv/ready ## Make .venv from the locked, hashed requirements

.venv/ready: requirements/dev.txt requirements/uv.txt pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes requirements/dev.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --offline --editable .
	touch $@

run: setup ## Start the web app and the worker with the sample municipality, on http://127.0.0.1:$(PORT)
	@exec $(BIN)/grantcheck run --port $(PORT)

test: setup ## Run all tests
	$(BIN)/pytest

lint: setup ## Check style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: setup ## Put the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: setup ## Check types, strictly
	$(BIN)/mypy

check: lint types test ## All that must be green before a push: style, types, import directions, tests

bench: setup ## Measure pages/s, words/s and the ratio to the plain way
	$(BIN)/python -m bench

.venv-train/ready: requirements/train.txt setup
	$(PYTHON) -m venv .venv-train
	VIRTUAL_ENV=.venv-train $(BIN)/uv pip sync --quiet --require-hashes requirements/train.txt
	VIRTUAL_ENV=.venv-train $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --offline --editable .
	touch $@

corpus-check: setup ## Check the annotated corpus: form, counts, and that nothing of the test part is learnt from
	$(BIN)/python -m models.training.corpus_check

learn: .venv-train/ready ## Learn thresholds and n-grams from the annotated reports, for the encoder in models/reading
	.venv-train/bin/python -m models.training.learn

evaluate: .venv-train/ready ## Measure the checker on the reports that were kept out, and on the test part
	.venv-train/bin/python -m models.training.evaluate

evaluate-pipeline: setup ## Measure the Swedish pipeline on the test parts under DATA (default ../shared/data)
	$(BIN)/python -m models.recipe.evaluate $(DATA)

worker: setup ## Start the worker alone
	@exec $(BIN)/grantcheck worker

migrate: setup ## Bring the database to the newest form, after a backup
	$(BIN)/grantcheck migrate

lock: setup ## Renew the lock files from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev $(LOCK) --output-file requirements/dev.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra train --constraints requirements/dev.txt $(LOCK) --output-file requirements/train.txt
	$(BIN)/uv pip compile pyproject.toml --extra encoder --constraints requirements/dev.txt $(LOCK) --output-file requirements/encoder.txt
	$(BIN)/uv pip compile pyproject.toml --constraints requirements/dev.txt $(LOCK) --output-file requirements/run.txt

LOCK := --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11

.PHONY: help setup run test lint format types check bench corpus-check evaluate evaluate-pipeline worker migrate lock
