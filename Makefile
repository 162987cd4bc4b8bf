# Two commands do all the set-up:
#   make site   builds the demonstration handbooks into site/, and those for staff into site-intern/: the sites of all,
#               and the PDFs of Risør. PRINTED="haram moss" has the PDFs of these, PRINTED=all those of all, which are
#               some 4 000; HANDBOOKS="risor moss" makes only these, with their PDFs
#   make test   runs every check, and builds and opens the handbooks
#   (make docs  builds the documentation into build/docs/)
# While working, `make unit` runs the tests that need neither a browser nor a PDF.
# Both install what they need themselves: Debian packages (as root), and a virtual environment in .venv. The tests also
# need Node.js (Debian's, where there is none), and tools in node_modules.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Every package is the one that was tested: its version and checksum stand in requirements/, and none is built here.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --require-hashes --requirement
# A program that is installed is compiled; here too, also where the shell has Python keep nothing.
COMPILED := $(BIN)/python -m compileall -q builder
NODE_BIN := node_modules/.bin
RUN_PACKAGES := python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TEST_PACKAGES := $(RUN_PACKAGES) chromium poppler-utils default-jre-headless nginx-light caddy
TEST_SITE := build/test-site
# The handbooks that tests open as pages and prints; of the others the sites are built.
TEST_PRINTED := risor harstad

.PHONY: site docs test unit fuzz lint format package sbom audit benchmark messages lock clean

# The folders in handbook/ to build, and those of them to print.
HANDBOOKS ?=
PRINTED ?= $(or $(HANDBOOKS),risor)
BUILT = $(or $(HANDBOOKS),$(filter-out common,$(notdir $(wildcard handbook/*))))
WITH_PDFS = $(if $(filter all,$(PRINTED)),$(BUILT),$(PRINTED))
WITHOUT_PDFS = $(filter-out $(WITH_PDFS),$(BUILT))
site: $(VENV)/.run
	@$(COMPILED)
	@echo "Building the handbooks into site/ and site-intern/ …"
	$(if $(WITHOUT_PDFS),@$(BIN)/handbok build $(WITHOUT_PDFS) --edition both --no-pdf)
	@echo "Building those with PDFs: $(WITH_PDFS) …"
	@$(BIN)/handbok build $(WITH_PDFS) --edition both

test: $(VENV)/.test lint
	@$(COMPILED)
	@echo "Running the tests of the scripts …"
	@node --test tests/browser_scripts/*.test.mjs >build/scripts.txt || { cat build/scripts.txt; exit 1; }
	@echo "Building the handbooks for the tests …"
	@$(BIN)/handbok build $(TEST_PRINTED) --edition internal --output $(TEST_SITE)
	@$(BIN)/handbok build --edition both --no-pdf --output $(TEST_SITE)-all
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

# Looks for what breaks the program, this many seconds for each part; what is found lies in build/fuzz. The tests do a
# small, fixed part of it. Needs Atheris, which is for Linux on x86-64.
SECONDS ?= 300
FUZZED ?= load check prose long pages
fuzz: $(VENV)/.test
	@$(BIN)/python -c "import atheris" 2>/dev/null || { echo "Atheris has no package for this Python and machine." >&2; exit 1; }
	@mkdir -p build/fuzz
	@for target in $(FUZZED); do \
	  echo "Fuzzing: $$target …"; \
	  $(BIN)/python -m tests.fuzz $$target build/fuzz/$$target -artifact_prefix=build/fuzz/$$target- \
	    -max_total_time=$(SECONDS) >build/fuzz/$$target.txt 2>&1 || { tail -30 build/fuzz/$$target.txt; exit 1; }; \
	done

# Sets code, scripts and styles as the checks want them.
format: $(VENV)/.test node_modules/.tools
	@$(BIN)/ruff format --quiet builder tests benchmarks
	@$(NODE_BIN)/biome format --write >build/biome.txt 2>&1 || { cat build/biome.txt; exit 1; }

$(VENV)/.run: pyproject.toml requirements/run.txt
	@scripts/debian-packages $(RUN_PACKAGES)
	@echo "Setting up Python packages in $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(LOCKED) requirements/run.txt
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/dev.txt
	@mkdir -p build
	@scripts/debian-packages $(TEST_PACKAGES)
	@echo "Setting up test tools in $(VENV) …"
	@$(LOCKED) requirements/dev.txt
	@touch $@

node_modules/.tools: package.json package-lock.json
	@echo "Setting up tools for scripts and styles in node_modules …"
	@scripts/node-tools
	@touch $@

# Measures speed beside what others need for the same work, and writes it down in docs/developers/benchmarks.md. It takes
# half an hour on two cores with nothing else to do, and is no part of the tests.
benchmark: $(VENV)/.benchmark
	@$(BIN)/python -m benchmarks --write-docs

$(VENV)/.benchmark: $(VENV)/.test requirements/benchmark.txt
	@echo "Setting up what is measured against in $(VENV) …"
	@$(LOCKED) requirements/benchmark.txt
	@touch $@

# Makes the package that others install, in dist/: the wheel, the sources, and what they are made of.
package: $(VENV)/.test
	@$(BIN)/python -m hatchling build --directory dist
	@$(BIN)/python scripts/sbom.py dist/sbom.cdx.json

# Lists what a release is made of, with licences and checksums (CycloneDX), in build/sbom.cdx.json.
sbom: $(VENV)/.test
	@mkdir -p build
	@$(BIN)/python scripts/sbom.py build/sbom.cdx.json

# Asks for known weaknesses in what is pinned. Ends with 1 where there is one, and with 3 where nobody answers.
audit: $(VENV)/.test
	@$(BIN)/python scripts/audit.py

# Takes new and changed sentences from code and templates into the catalogues, for translation.
messages: $(VENV)/.run
	@$(BIN)/pybabel --quiet extract --mapping builder/locale/babel.cfg --keywords "N_ Message one_or_more:1,2" --no-location --sort-output --omit-header --output build/handbok.pot .
	@$(BIN)/python scripts/catalogues build/handbok.pot

# Takes the newest versions that pyproject.toml allows, and writes them down with the checksums of all their files, for
# every Python from Debian 12's own on, and every machine; `make lock UPGRADE=` only adds what pyproject.toml has got.
UPGRADE ?= --upgrade
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11.2 --no-python-downloads --only-binary :all: \
  --generate-hashes --emit-build-options pyproject.toml --group build
lock: $(VENV)/.test
	@$(COMPILE) $(UPGRADE) --extra dev --extra cluster --output-file requirements/dev.txt
	@$(COMPILE) --constraints requirements/dev.txt --output-file requirements/run.txt
	@$(COMPILE) $(UPGRADE) --extra benchmark --constraints requirements/dev.txt --output-file requirements/benchmark.txt

clean:
	@rm -rf build dist site $(VENV) node_modules
