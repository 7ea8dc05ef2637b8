# The project's verbs. `make demo` and `make test` do all their set-up on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# pip is enough; uv is quicker where it is present.
INSTALL := $(shell command -v uv >/dev/null 2>&1 && echo "uv pip install --quiet --python $(BIN)/python" || echo "$(BIN)/python -m pip install --quiet --disable-pip-version-check")

.PHONY: demo test check bench train clean help

help: ## show these verbs
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/installed ## trace the bundled case and write firsthand-demo/report.html
	$(BIN)/firsthand demo

test: $(VENV)/installed-dev system ## set up all that the tests need, then run lint, types, contracts and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile

check: $(VENV)/installed-dev ## lint, types and contracts only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev ## measure, and write docs/benchmarks.md
	$(BIN)/python -m bench

train: $(VENV)/installed-dev ## reproduce the shipped model from CORPUS=path/to/polnear/train
	$(BIN)/python -m training --corpus $(CORPUS)

clean: ## remove what the other verbs made
	rm -rf $(VENV) firsthand-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: system
system:
	@sh tools/system.sh

$(VENV)/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) -e .
	touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/installed
	$(INSTALL) -e '.[dev]'
	touch $@
