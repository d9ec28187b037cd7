# make run    set-up, the sample collection, one answer in the terminal, then the desk at http://127.0.0.1:7860
# make test   set-up and every test, the browser ones included
# make eval   answer the bundled cases and write report/report.html
# make clean  forget the environment and everything made from it
# Other interpreters and places: make PYTHON=python3.12 VENV=~/envs/zhaoda run

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check eval clean

help:
	@sed -n 's/^# make/make/p' Makefile

setup:
	@$(PYTHON) tools/setup.py --venv "$(VENV)"

setup-dev:
	@$(PYTHON) tools/setup.py --venv "$(VENV)" --dev

run: setup
	@"$(BIN)/python" -m ui.quickstart

check: setup-dev
	@echo "[test] ruff: rules and format"
	@"$(BIN)/ruff" check --quiet .
	@"$(BIN)/ruff" format --check --quiet .
	@echo "[test] mypy --strict"
	@"$(BIN)/mypy" --no-error-summary
	@echo "[test] pytest"

test: check
	@"$(BIN)/python" -m pytest -rfEs -m "not slow"

eval: setup
	"$(BIN)/zhaoda" ingest eval/samples/documents --store data/samples
	"$(BIN)/zhaoda" eval eval/samples/cases.jsonl --store data/samples --report report

clean:
	rm -rf .venv build dist report *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
