# Each command sets up what it needs, once: a virtual environment and the locked dependencies.
# ENGINE=mkdocs, properdocs or plain says what turns Markdown into HTML; the site is the same, byte for byte.
# NOW="2027-03-01 09:00 +09:00" builds the site as it will stand then; without it, as it stands now.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site serve check test bench schema lock
.DEFAULT_GOAL := site

site: $(VENV)/site.done
	$(RUN)/python -m macros build $(if $(ENGINE),--engine $(ENGINE)) $(if $(NOW),--now "$(NOW)")

serve: $(VENV)/site.done
	$(RUN)/python -m macros serve

check: $(VENV)/site.done
	$(RUN)/python -m macros check

schema: $(VENV)/site.done
	$(RUN)/python -m macros schema

test: $(VENV)/test.done
	$(RUN)/python -m tests.everything

bench: $(VENV)/test.done
	$(RUN)/python -m tests.bench

lock: $(VENV)/test.done
	$(RUN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra build pyproject.toml -o requirements.lock
	$(RUN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

$(VENV)/site.done: requirements.lock pyproject.toml
	@echo "Setting up: a virtual environment and the locked dependencies (once, a minute or so) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it with: make PYTHON=python3.11")'
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --use-pep517 --require-hashes -r requirements.lock
	$(RUN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.done: $(VENV)/site.done requirements-test.lock
	@echo "Setting up: what the tests need on top (once) ..."
	$(RUN)/python -m pip install --quiet --use-pep517 --require-hashes -r requirements-test.lock
	@touch $@
