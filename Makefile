# make = everything that CI checks; the other targets are its parts and the work around it.
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: all test lint format build score bench golden gazetteer clean

all:
	sh scripts/test.sh

test:
	$(BIN)/python -m pytest -n 2 -rs

lint:
	$(BIN)/ruff check kg tests scripts
	$(BIN)/ruff format --check kg tests scripts
	$(BIN)/mypy

format:
	$(BIN)/ruff check --fix kg tests scripts
	$(BIN)/ruff format kg tests scripts

build:
	$(BIN)/kg build corpus/ -o exports/

score:
	$(BIN)/kg score ../shared/evaluation/dev/gold ../shared/evaluation/dev/docs --per-type

bench:
	$(BIN)/python -m tests.bench

golden:
	$(BIN)/kg build corpus/ -o exports/ --jobs 1

gazetteer:
	$(BIN)/python scripts/build_gazetteer.py

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
