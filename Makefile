# Every target is safe to repeat; the second time is quick.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-long coverage mutants bench lint format freeze lock screenshots translations clean

PYTEST := QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest
# What takes long and speaks of other things is left out: bytes, proxies, processes, and plants that repeat other tests.
HEART := tests/sync tests/storage tests/server -m "not long and not bench" --timeout 600 -q \
	-k "not test_planted and not _planted.py and not kill and not carrier and not proxy and not test_http and not bytes and not test_attachment_ and not quick and not never_stuck"

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: ## Make .venv with everything the program needs
	@packaging/system-libraries.sh window
	@packaging/setup.sh

run: setup ## Start the demo: a companion server and the window, with no account to make
	@.venv/bin/streamflow-field demo

test: setup lint ## Check the code and run the tests (about ten minutes)
	@packaging/system-libraries.sh tests
	@$(PYTEST) -n 2 --dist loadgroup -m "not long and not bench"

test-long: setup ## Run the tests that take minutes as well
	@packaging/system-libraries.sh tests
	@$(PYTEST) -n 2 --dist loadgroup -m "not bench"

coverage: setup ## Run the tests of the heart, and fail where they leave out a branch of it
	@packaging/system-libraries.sh tests
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m coverage run -m pytest $(HEART)
	@.venv/bin/python -m coverage report

mutants: setup ## Make small bugs in the heart and name those that no test notices (needs mutmut, takes an hour)
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m mutmut run
	@.venv/bin/python -m mutmut results

bench: setup ## Measure; writes build/bench.json
	@packaging/system-libraries.sh tests
	@$(PYTEST) tests/benchmarks -m bench -p no:randomly --timeout 1800

lint: setup ## Style, types, import rules
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/mypy --config-file tests/mypy.ini tests/*/test_*.py
	@.venv/bin/lint-imports --no-cache

format: setup ## Sort imports and mend what ruff can mend by itself
	@.venv/bin/ruff check --fix .

translations: setup ## Collect the texts into ui/translations, and compile what is translated
	@.venv/bin/pyside6-lupdate -silent -no-obsolete -disable-heuristic similartext -locations none -extensions py \
		-tr-function-alias QT_TRANSLATE_NOOP+=marked ui client storage sync -ts ui/translations/*.ts
	@for file in ui/translations/*.ts; do .venv/bin/pyside6-lrelease -silent $$file; done

screenshots: setup ## Draw every screen, light and dark, into docs/images
	@QT_QPA_PLATFORM=offscreen .venv/bin/python tests/screenshots.py docs/images

freeze: setup ## Freeze what this version writes and reads, before it is released
	@PYTHONPATH=.:tests .venv/bin/python -m support.released

lock: ## Write requirements.lock anew (needs uv)
	@packaging/lock.sh

clean: ## Remove everything that can be made again
	@rm -rf .venv .setup.lock build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache mutants
