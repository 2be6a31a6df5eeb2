# make run    build events.yaml from data/ and show it at http://127.0.0.1:8050
# make soak   the long runs whose figures stand in RELIABILITY.md; with MINUTES=1 a minute of each
# make test   everything that has to be green: lint, types, tests, the browser's too
#
# Everything is set up in .venv from requirements.lock; nothing else on the machine is touched, but for
# Debian's chromium package where there is no browser and you are root.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# Of two cores: while tests wait for schedulers, disks and the browser, a third one works.
JOBS ?= 3

# Where it is set, as in many containers, every process compiles all that it imports anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test soak lint bench install browser lock clean

run: $(READY)
	$(BIN)/timeline build data
	$(BIN)/timeline serve

test: lint browser
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

soak: browser
	$(BIN)/python -m tests.soak $(if $(MINUTES),--minutes $(MINUTES))

bench: browser
	$(BIN)/python -m benchmarks

install: $(READY)

browser: $(READY)
	@sh tests/browser/get-chromium.sh $(BIN)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "make: Python 3.11 or newer is needed (Debian: apt-get install python3); name another with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "make: Python's venv is missing (Debian: apt-get install python3-venv)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

lock: # after a change of the dependencies in pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --all-extras --group dev \
	  --python-version 3.11 pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
