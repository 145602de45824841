# Wend's verbs. `make` alone lists them. Everything a verb needs is set up by the verb itself, once.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The first Python of 3.11 or newer; override with `make PYTHON=/path/to/python3 …`.
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done; echo no-python-3.11)
endif
$(if $(filter no-python-3.11,$(PYTHON)),$(error Wend needs Python 3.11 or newer, and found none))
PY := .venv/bin/python
SETUP = $(PYTHON) -m tools.setup
TREES := $(wildcard src tests tools benchmarks)
# A fresh hash seed for every run, the same in all its processes; SEED=… repeats a run.
ifndef SEED
SEED := $(shell echo $$RANDOM)
endif
# A file at a time, in the order of tests/conftest.py: slow ones first. One process more than two processors, because
# tests of servers, browsers, kills and time-outs wait for a fifth of their time.
PROCESSES ?= 3
# Make of before version 4 (macOS has one) mixes what steps beside each other say.
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
BY_FILE := -p xdist -n $(PROCESSES) --dist loadfile --no-loadscope-reorder
KILLS ?= 200
# The rooms that open a store, without the tests that are about one of the two databases.
STORE_ROOMS := store worker people collect customers workspaces touchpoints segments personas web
STORE_ALONE := $(addprefix tests/store/test_,sqlite.py migrations.py removal.py postgresql.py address.py)
STORE_TESTS = $(wildcard $(addprefix tests/,$(STORE_ROOMS))) $(addprefix --ignore=,$(STORE_ALONE))
IMAGES ?= 10000
LIVE_KILLS ?= 1000
SECONDS_OVER ?= 600

APP := src/wend/web/app/index.html
UI_SOURCES := $(if $(wildcard ui/package.json),$(shell find ui -name node_modules -prune -o -type f -print))
HAVE_UI := $(if $(UI_SOURCES),yes)

.PHONY: cluster help demo serve test coverage test-stores test-postgresql check kernels ruff mypy house laws kill live-kill power overload segment-kill bench bench-contribution bench-engine bench-explore bench-collect bench-identity bench-profiles bench-segments lock wheel ui ui-check browser format clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: .venv/.warm ui ## set up, simulate a shop, import it, open its map
	@.venv/bin/wend demo

serve: .venv/.run ui ## open the app on your own data
	@.venv/bin/wend serve

test: ## everything that must hold: checks, tests, and the store's again on PostgreSQL
	@$(MAKE) -j3 $(TOGETHER) check kernels ui-check browser .venv/.clients
	@echo "tests: hash seed $(SEED)"
	@PYTHONHASHSEED=$(SEED) $(PY) -m pytest $(BY_FILE) $(MEASURED) --durations=25
	@$(MAKE) test-stores

# Watching every line costs each test a third of its time, so it is asked for, not part of the gate.
coverage: MEASURED = --cov --cov-report=term
coverage: test ## the same, and which lines no test reaches

test-stores: .venv/.dev ## what touches the store, again on PostgreSQL
	@PYTHONHASHSEED=$(SEED) $(PY) -m pytest $(BY_FILE) --store=postgresql $(STORE_TESTS)

test-postgresql: .venv/.dev ## the whole suite with PostgreSQL below the store
	@PYTHONHASHSEED=$(SEED) $(PY) -m pytest $(BY_FILE) --store=postgresql

check: ruff mypy house ## style, types and house rules

kernels: .venv/.dev # compiled once beside the checks, not by each test process for itself
	@.venv/bin/wend warm

ruff: .venv/.dev
	@$(PY) -m ruff check $(TREES)

mypy: .venv/.dev
	@$(PY) -m mypy $(TREES)

house: .venv/.dev
	@$(PY) -m tools.house

laws: .venv/.dev ## search for a broken law with fresh random logs
	@$(PY) -m pytest tests/laws tests/folds --hypothesis-profile=search
	@WEND_CONDITION_CASES=1000000 WEND_CONDITION_SEED=$(SEED) $(PY) -m pytest tests/conditions/test_agreement.py --timeout=86400

kill: .venv/.dev ## long fault campaign: KILLS=200 random kills
	@WEND_KILLS=$(KILLS) $(PY) -m pytest tests/faults --timeout=3600

live-kill: .venv/.dev ## long fault campaign: LIVE_KILLS=1000 kills of a collecting server under load
	@$(PY) -m tests.faults.live_kills --kills $(LIVE_KILLS)

segment-kill: .venv/.dev ## long fault campaign: STORIES=50 shops whose followers are killed while everything goes on
	@$(PY) -m tests.segments.campaign --stories $(or $(STORIES),50) --seed $(or $(SEED),1)
	@WEND_SEGMENT_SEEDS=$(or $(SEEDS),500) WEND_SEGMENT_SEED=$(or $(SEED),1) $(PY) -m pytest tests/segments/test_laws.py

power: .venv/.dev ## long fault campaign: IMAGES=10000 disks after a power cut
	@$(PY) -m tests.faults.power_cuts --images $(IMAGES)

overload: .venv/.dev ## long fault campaign: SECONDS_OVER=600 seconds of three times too much
	@$(PY) -m tests.faults.overload --seconds $(SECONDS_OVER)

cluster: .venv/.dev ## a real Spark cluster, with executors that freeze and a worker that is killed
	@WEND_CLUSTER_FAULTS=1 $(PY) -m pytest tests/engines/test_cluster.py

bench: .venv/.bench ui ## compare, and write docs/benchmarks.md
	@$(PY) -m benchmarks

bench-engine: .venv/.bench ## the engine at EVENTS beside its peers at PEERS (one or more), and write docs/benchmarks-engine.md
	@$(PY) -m benchmarks.engine --events $(or $(EVENTS),100000000) --peers $(or $(PEERS),10000000 100000000)

bench-contribution: .venv/.bench ## channel contribution over MILLIONS of paths, its peer over PEER, and write docs/benchmarks-contribution.md
	@$(PY) -m benchmarks.contribution --millions $(or $(MILLIONS),10) --peer $(or $(PEER),1)

bench-explore: .venv/.dev ui kernels ## how soon pages of Explore are painted at MILLIONS of events, in Chromium
	@$(PY) -m benchmarks.explore_page --millions $(or $(MILLIONS),10)

bench-collect: .venv/.dev ## load the collector, and write docs/benchmarks-collect.md
	@$(PY) -m benchmarks.collect

bench-identity: .venv/.dev ## decide who is who for a million customers, and time it
	@$(PY) -m benchmarks.identity

bench-profiles: .venv/.dev ## search, profiles and look-ups at a million customers
	@$(PY) -m benchmarks.profiles

bench-segments: .venv/.dev ## members of 200 segments under load, at a million customers, and write docs/benchmarks-segments.md
	@$(PY) -m benchmarks.segments

lock: .venv/.tools ## compile the locked requirements again
	@$(SETUP) lock

wheel: .venv/.tools ui ## build the wheel, the UI inside
	@$(PY) -m hatchling build -t wheel -d dist

format: .venv/.dev ## let ruff lay out the code
	@$(PY) -m ruff format $(TREES)

clean: ## remove what was built; keep data and environments
	rm -rf dist build src/wend/web/app .coverage* .mypy_cache .ruff_cache .pytest_cache

# --- set-up; a stamp is newer than what it was made from ---------------------------------------------------------

.venv/.tools: requirements/tools.txt
	@$(SETUP) tools && touch $@

.venv/.%: requirements/%.txt pyproject.toml .venv/.tools
	@$(SETUP) env $* && touch $@

# The kernels are compiled once after installation, so that the first import and the first map do not wait for them.
.venv/.warm: .venv/.run $(shell find src/wend -name '*.py')
	@.venv/bin/wend warm && touch $@

ui: $(if $(HAVE_UI),$(APP)) ## build the app when its sources are newer
	@:

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json
	@$(SETUP) npm ci && touch $@

$(APP): $(UI_SOURCES) ui/node_modules/.package-lock.json
	@$(SETUP) npm run --silent build -- --logLevel warn && touch $@

ui-check: ui
	@$(if $(HAVE_UI),$(SETUP) npm run check && $(SETUP) npm test,echo "ui: no sources, nothing to check")

.venv/.clients: requirements/sdk-old.txt tests/clients/package-lock.json .venv/.dev
	@$(SETUP) clients && touch $@

browser: .venv/.dev
	@$(SETUP) browser
