# Needs make and Python 3.11 or newer; everything else is set up by the first command that wants it.
# Another interpreter: make app PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APP := $(VENV)/.app-is-set-up
DEV := $(VENV)/.dev-is-set-up
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt
PYTEST := $(BIN)/python -m pytest -n 2

# What was set up counts only with a Python behind it that starts and is new enough.
NEW_ENOUGH := sys.exit(sys.version_info < (3, 11))
WORKS := $(BIN)/python -c 'import pip, sys; $(NEW_ENOUGH)' 2>/dev/null
$(shell $(WORKS) || rm -f $(APP) $(DEV))

.DEFAULT_GOAL := help
.PHONY: help app demo test test-long bench rebaseline environment system

help: ## Show these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

app: $(APP) ## Start the app on this machine and open it in the browser
	@$(BIN)/readiness app

demo: $(APP) ## Assess the demonstration organisation: print the verdict, write its gap report to out/demo
	@$(BIN)/readiness demo out/demo

test: $(DEV) system ## Check style, types, layers and libraries, then run the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(PYTEST)

test-long: $(DEV) system ## Run the tests that take long
	$(PYTEST) -m long

bench: $(DEV) ## Compare speed and memory with bare libraries, in one run
	@$(BIN)/python -m benchmarks

rebaseline: $(DEV) ## Write the golden results anew; the difference is for you to judge
	$(PYTEST) --rebaseline
	@git status --short tests/golden

# Installed again only when the package or its pins change. The development libraries include the
# others, so they mark both as done.
$(APP): pyproject.toml constraints.txt | environment
	@echo "Installing readiness into $(VENV) (once, about a minute) ..."
	@$(INSTALL) --editable .
	@touch $(APP)

$(DEV): pyproject.toml constraints.txt | environment
	@echo "Installing readiness and its development libraries into $(VENV) (once, about a minute) ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $(APP) $(DEV)

# A half-made environment, or one of an older Python, is made anew.
environment:
	@$(WORKS) && exit 0; \
	$(PYTHON) -c 'import sys; $(NEW_ENOUGH)' 2>/dev/null || { \
		echo "'$(PYTHON)' is not Python 3.11 or newer. Name one that is: make PYTHON=python3.12 ..." >&2; \
		exit 1; }; \
	$(PYTHON) -m venv --clear $(VENV)

# What the tests drive but pip cannot install: a browser and a spreadsheet program.
system:
	@missing=; \
	command -v chromium >/dev/null || missing="chromium"; \
	if command -v apt-get >/dev/null; then calc=localc; else calc=soffice; fi; \
	command -v $$calc >/dev/null || missing="$$missing libreoffice-calc"; \
	command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
	[ -n "$$missing" ] || exit 0; \
	if ! command -v apt-get >/dev/null; then \
		echo "The tests need $$missing, which cannot be installed from here: please install it and see to" \
			"it that 'chromium' and 'soffice' are found. Without them:" \
			"$(BIN)/pytest -m 'not browser and not office and not long'" >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root="env"; \
	elif command -v sudo >/dev/null; then as_root="sudo env"; \
	else echo "The tests need $$missing. As an administrator: apt-get install $$missing" >&2; exit 1; fi; \
	echo "Installing $$missing ..."; \
	$$as_root apt-get update -qq && $$as_root DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq --yes --no-install-recommends $$missing
