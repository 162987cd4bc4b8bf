# Two commands do all the set-up:
#   make site   builds the demonstration handbooks (sites and PDFs) into site/, and those for staff into site-intern/
#   make test   runs every check, and builds and opens the handbooks
#   (make docs  builds the documentation into build/docs/)
# While working, `make unit` runs the tests that need neither a browser nor a PDF.
# Both install what they need themselves: Debian packages (as root), and a virtual environment in .venv. The tests also
# need Node.js (Debian's, where there is none), and tools in node_modules.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE_BIN := node_modules/.bin
RUN_PACKAGES := python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TEST_PACKAGES := $(RUN_PACKAGES) chromium poppler-utils default-jre-headless
TEST_SITE := build/test-site

.PHONY: site docs test unit lint format package benchmark messages constraints clean

site: $(VENV)/.run
	@echo "Building the handbooks into site/ and site-intern/ …"
	@$(BIN)/handbok build --edition both

test: $(VENV)/.test lint
	@echo "Running the tests of the scripts …"
	@node --test tests/browser_scripts/*.test.mjs >build/scripts.txt || { cat build/scripts.txt; exit 1; }
	@echo "Building the handbooks for the tests …"
	@$(BIN)/handbok build --edition internal --output $(TEST_SITE)
	@echo "Running the tests …"
	@HANDBOK_TEST_SITE=$(TEST_SITE) $(BIN)/pytest -n 2

# The documentation of the program, into build/docs. With the address it is published at, schemas tell where they are.
DOCS_ADDRESS ?=
docs: $(VENV)/.run
	@echo "Building the documentation into build/docs/ …"
	@NO_MKDOCS_2_WARNING=1 DOCS_ADDRESS=$(DOCS_ADDRESS) $(BIN)/mkdocs build --quiet --strict --config-file mkdocs-docs.yml
	@if [ -n "$(DOCS_ADDRESS)" ]; then $(BIN)/handbok schema --output build/docs/schema --published-at "$(DOCS_ADDRESS:/=)/schema/"; fi

unit: $(VENV)/.test
	@$(BIN)/pytest -n 2 -m "not whole"

lint: $(VENV)/.test node_modules/.tools
	@echo "Checking style, types and the direction of imports …"
	@$(BIN)/ruff format --check --quiet builder tests benchmarks
	@$(BIN)/ruff check --quiet builder tests benchmarks
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >build/imports.txt 2>&1 || { cat build/imports.txt; exit 1; }
	@echo "Checking scripts and styles …"
	@$(NODE_BIN)/biome ci --error-on-warnings >build/biome.txt 2>&1 || { cat build/biome.txt; exit 1; }
	@$(NODE_BIN)/tsc
	@$(NODE_BIN)/tsc --project templates/types/worker

# Sets code, scripts and styles as the checks want them.
format: $(VENV)/.test node_modules/.tools
	@$(BIN)/ruff format --quiet builder tests benchmarks
	@$(NODE_BIN)/biome format --write >build/biome.txt 2>&1 || { cat build/biome.txt; exit 1; }

$(VENV)/.run: pyproject.toml constraints.txt
	@scripts/debian-packages $(RUN_PACKAGES)
	@echo "Setting up Python packages in $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	@mkdir -p build
	@scripts/debian-packages $(TEST_PACKAGES)
	@echo "Setting up test tools in $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

node_modules/.tools: package.json package-lock.json
	@echo "Setting up tools for scripts and styles in node_modules …"
	@scripts/node-tools
	@touch $@

# Measures speed beside what others need for the same work; writes build/benchmarks.json. No part of the tests.
benchmark: $(VENV)/.test
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[benchmark]'
	@$(BIN)/python -m benchmarks

# Makes the package that others install, in dist/: the wheel and the sources.
package: $(VENV)/.test
	@$(BIN)/python -m hatchling build --directory dist

# Takes new and changed sentences from code and templates into the catalogues, for translation.
messages: $(VENV)/.run
	@$(BIN)/pybabel --quiet extract --mapping builder/locale/babel.cfg --keywords "N_ Message one_or_more:1,2" --no-location --sort-output --omit-header --output build/handbok.pot .
	@$(BIN)/python scripts/catalogues build/handbok.pot

# Takes the newest versions that pyproject.toml allows, and writes them down.
constraints:
	@rm -rf build/constraints-venv && $(PYTHON) -m venv build/constraints-venv
	@build/constraints-venv/bin/pip install --quiet --editable '.[dev]'
	@{ echo '# The exact versions the tests passed with; `make` installs these. Renew with `make constraints`.'; \
	  build/constraints-venv/bin/pip freeze --exclude-editable; } > constraints.txt

clean:
	@rm -rf build dist site $(VENV) node_modules
