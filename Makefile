# Two commands on a fresh machine: make run, make test. Without a target this file explains itself.

PYTHON ?= python3
BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
BENCHMARKS := $(basename $(notdir $(wildcard benchmarks/[a-z]*.py)))
COVERING := tests/trust tests/storage tests/bundles tests/hub tests/services tests/test_bootstrap.py tests/test_cli.py \
	tests/test_no_regular_files.py $(foreach one,backups camera carrying key_end keys mishaps proposals streaming vouchers,tests/test_cli_$(one).py)
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)

.DEFAULT_GOAL := help
.PHONY: help setup run desk demo gallery test coverage check fix locales bench torture audit fuzz oracles wheel

help: ## say what can be done here
	@echo "ICC Consult"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-15s %s\n", $$1, $$2 }'

setup: .venv/.ready .venv/.fonts .venv/.catalogues ## prepare .venv, fonts and catalogues (the others do it when needed)

run: setup ## open the program on the sample consultation
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/icc-consult; else \
	echo "There is no display here, so no window can open. Showing the day offscreen instead; see demo/."; \
	$(BIN)/icc-consult demo --out demo; fi

desk: setup ## open the facilitator's desk
	$(BIN)/icc-consult desk

demo: setup ## let made-up residents walk through a whole day, results in demo/
	$(BIN)/icc-consult demo --out demo

gallery: setup ## show every component in every language
	$(BIN)/python -m ui.gallery

test: .setup/test-machine setup ## run all tests (one folder: make test ARGS=tests/domain)
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

coverage: .setup/test-machine setup ## see that tests take every branch of sealing, store, merging, receipts and vouchers
	@rm -rf .coverage && mkdir .coverage
	$(OFFSCREEN) $(BIN)/python -m coverage run -m pytest -q -n auto --dist worksteal $(COVERING)
	@$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

check: setup ## style, types, import contracts, QML and catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/qml.py check
	$(BIN)/python scripts/locales.py check

fix: setup ## put right what a machine can put right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python scripts/qml.py fix

locales: setup ## extract the sentences and merge them into every catalogue
	$(BIN)/python scripts/locales.py update
	$(BIN)/python scripts/compile_locales.py

bench: setup ## measure speed and memory, beside the physical limit
	@for one in $(BENCHMARKS); do echo "== $$one"; $(OFFSCREEN) $(BIN)/python -m benchmarks.$$one || exit 1; done

torture: setup ## kill the program and cut its power for hours, count what was lost (a part: make torture ARGS="--only images --images 20000")
	$(BIN)/python -m scripts.torture $(ARGS)

audit: setup ## look longer than the tests can: no network, any clock, no order (one part: make audit ARGS=day)
	$(BIN)/python -m scripts.audit $(ARGS)

fuzz: setup ## read broken forms and scrambled rules for a minute (longer: make fuzz ARGS="--minutes 10 --record")
	@$(BIN)/python -m pip install --quiet --only-binary :all: --group fuzz || \
	echo "atheris cannot be installed here; the search that it guides will be left out."
	$(OFFSCREEN) $(BIN)/python -m scripts.fuzz $(ARGS)

oracles: setup ## ask other programs for their counts, each in an environment of its own
	$(BIN)/python scripts/oracles/run.py

wheel: setup ## build the package into dist/
	$(BIN)/python -m hatchling build --target wheel

.setup/machine: scripts/system_libraries.py
	@$(PYTHON) scripts/system_libraries.py
	@mkdir -p .setup && touch $@

.setup/test-machine: scripts/system_libraries.py
	@$(PYTHON) scripts/system_libraries.py --for-tests
	@mkdir -p .setup && touch $@

.venv/.ready: pyproject.toml | .setup/machine
	@echo "Preparing .venv"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable ".[hub,camera]" --group dev
	@touch $@

.venv/.fonts: scripts/fonts.json scripts/fetch_fonts.py scripts/carve_names.py resources/languages.json | .venv/.ready
	@$(BIN)/python scripts/fetch_fonts.py
	@$(BIN)/python scripts/carve_names.py
	@touch $@

.venv/.catalogues: $(CATALOGUES) | .venv/.ready
	@$(BIN)/python scripts/compile_locales.py
	@touch $@
