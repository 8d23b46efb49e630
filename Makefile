# Everything a newcomer needs: `make demo` and `make test` set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
TS := $(wildcard assets/translations/*.ts)
QM := $(TS:.ts=.qm)
COVERAGE := build/coverage/data

# Sets are walked in the same order at every replay.
SIMULATION := PYTHONHASHSEED=0 $(BIN)/python -m

# Tests and pictures need no display.
HEADLESS := QT_QPA_PLATFORM=offscreen

# Byte code is kept whatever the shell says: tests start hundreds of processes, and each would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

# One process more than there are processors: tests also wait, for disks, sockets and programs that start.
SPREAD := -n $(shell expr $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /|/' | awk -F'|' '{ printf "  make %-16s %s\n", $$1, $$2 }'

.PHONY: setup
setup: $(VENV)/.dev $(QM) ## Build .venv with everything, and the translations

.PHONY: demo
demo: $(VENV)/.demo $(QM) ## Open the desk's window on the sample network
	@$(BIN)/kaikuportti demo $(ARGS)

.PHONY: test
test: setup ## All tests but the long ones, on all cores; ARGS="-k word" chooses, MEASURE=yes measures coverage
ifdef MEASURE
	@rm -rf build/coverage && mkdir -p build/coverage
	$(HEADLESS) $(BIN)/coverage run -m pytest $(SPREAD) $(ARGS)
	@$(BIN)/coverage combine --quiet
else
	$(HEADLESS) $(BIN)/python -m pytest $(SPREAD) $(ARGS)
endif

.PHONY: long
long: setup ## The tests that are too slow for `make test`
	$(HEADLESS) $(BIN)/python -m pytest $(SPREAD) -m long --timeout 1800 $(ARGS)

.PHONY: check
check: setup ## Format, lint, types, import walls, coverage floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@test -f $(COVERAGE) || $(MAKE) test MEASURE=yes
	$(BIN)/python .ci/check_coverage.py

.PHONY: bench
bench: setup ## Time what must be fast
	$(HEADLESS) $(BIN)/python -m tests.bench $(ARGS)

.PHONY: bench-plots
bench-plots: setup ## Curves of what is read under each distortion, into build/bench; ARGS="--seeds 12"
	$(HEADLESS) $(BIN)/python -m tests.bench.axes --plots $(ARGS)

.PHONY: simulate
simulate: setup ## Whole networks with faults: SEEDS=200, or SEED=7 DAYS=3 to replay one
	@$(SIMULATION) tests.simulation $(if $(SEEDS),--seeds $(SEEDS)) $(if $(SEED),--seed $(SEED)) $(if $(DAYS),--days $(DAYS)) $(ARGS)

.PHONY: simulate-mutants
simulate-mutants: setup ## Plant one deliberate bug after the other; the simulator must find each
	@$(SIMULATION) tests.simulation.mutants $(ARGS)

.PHONY: soak
soak: setup ## Real processes, killed at random: SECONDS=180, SEED=7
	@$(BIN)/python -m tests.soak $(if $(SECONDS),--seconds $(SECONDS)) $(if $(SEED),--seed $(SEED)) $(ARGS)

.PHONY: shots
shots: setup ## Pictures of the windows, into build/shots
	$(HEADLESS) $(BIN)/python -m tests.shots $(ARGS)

.PHONY: lock
lock: ## Resolve the dependencies again; ARGS="--upgrade" moves the versions
	.ci/lock $(ARGS)

.PHONY: clean
clean: ## Remove all that make has made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f assets/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: system
system: ## Install the system libraries that are missing (Debian, Ubuntu), or name them
	@.ci/system

$(BIN)/python: | system
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: .ci/locks/demo.txt pyproject.toml | system $(BIN)/python
	$(PIP) install --quiet --requirement .ci/locks/demo.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: .ci/locks/dev.txt $(VENV)/.demo
	@.ci/system tests
	$(PIP) install --quiet --requirement .ci/locks/dev.txt
	@touch $@

%.qm: %.ts | $(VENV)/.demo
	$(BIN)/pyside6-lrelease -silent $< -qm $@
