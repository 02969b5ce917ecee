# make demo: the example documents in a ledger, and the brief of KFOR.   make test: all checks.
# make docs: the generated reference pages and help text.               make lock: newest versions, pinned.
PYTHON ?= python3
MUSTER_FILES := pyproject.toml README.md LICENSE $(shell find src -type f -not -name '*.pyc')
COMPILE := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --extra web --custom-compile-command "make lock" --quiet --upgrade
.PHONY: demo test docs lock

demo: export MUSTER_DATABASE := sqlite:///demo/muster.db
demo: .venv/muster
	.venv/bin/muster add examples
	.venv/bin/muster brief kfor --on 2023-06-10
	@echo
	@echo "See it in a browser: MUSTER_DATABASE=$$MUSTER_DATABASE .venv/bin/muster serve"

test: .venv/dev .venv/muster
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest

docs: .venv/muster
	.venv/bin/python -m muster.cli.reference .

lock: .venv/dev
	$(COMPILE) --group build -o requirements/runtime.txt
	$(COMPILE) --group dev -c requirements/runtime.txt -o requirements/dev.txt

# Not editable: pip leaves compiled bytecode, which half of the start-up time depends on.
.venv/muster: .venv/runtime $(MUSTER_FILES)
	.venv/bin/pip install --quiet --no-deps --no-build-isolation --force-reinstall .
	@touch $@

.venv/dev: .venv/runtime requirements/dev.txt
	.venv/bin/pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.venv/runtime: requirements/runtime.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Muster needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --require-hashes -r requirements/runtime.txt
	@touch $@
