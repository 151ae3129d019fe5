# Every target makes .venv by itself: with uv where it is installed, else with python3 -m venv and pip.
# Both install what uv.lock says. ARGS is handed on: make test ARGS="-k lock".

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
UV := $(shell command -v uv)
LOCKER := $(or $(UV),$(BIN)/uv)

.DEFAULT_GOAL := help
.PHONY: help build test check format goldens bench lock

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(INSTALLED) ## validate questions/ and write build/
	$(BIN)/deckgen build $(ARGS)

test: $(INSTALLED) ## run the tests
	$(BIN)/pytest $(ARGS)

check: $(INSTALLED) ## lint, check the format, the types and the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(INSTALLED) ## correct what ruff can correct
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

goldens: $(INSTALLED) ## rewrite the golden files, to be read before they are committed
	$(BIN)/pytest --goldens $(ARGS)

bench: $(INSTALLED) ## measure
	$(BIN)/python benchmarks/bench.py $(ARGS)

lock: ## bring uv.lock and constraints.txt in step with pyproject.toml
	@test -n "$(UV)" || test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/pip install --quiet uv; }
	$(LOCKER) lock
	$(LOCKER) export --locked --quiet --all-extras --no-hashes --no-annotate --no-emit-project --output-file constraints.txt

$(INSTALLED): pyproject.toml uv.lock constraints.txt
ifneq ($(UV),)
	$(UV) sync --locked --inexact $(if $(filter command% env%,$(origin PYTHON)),--python $(PYTHON))
else
	$(BIN)/python -c pass 2>/dev/null || $(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable . --group dev
endif
	@touch $@
