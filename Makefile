# The few commands of Doorstep, the same on a laptop, in .ci/run and in .github/.
# Extra words for a command go in ARGS:  make site ARGS="--today 2026-11-03"

PYTHON ?=
PORT ?= 8000
ARGS ?=
SECONDS ?= 15
export PYTHON

python := .venv/bin/python
build := $(python) build.py

# A browser shares the machine with everything else: what fell there is tried twice more, and
# the summary names it. What is wrong falls three times.
again := --reruns 2 --reruns-delay 1 -r fER

.DEFAULT_GOAL := help
.PHONY: help site pdf serve check test test-hard fuzz audit lint bench docs messages lock calendars streets forms numbers guide upkeep pages changes pictures
.PHONY: conversation tell-it-is-live answer keep-pictures forget-pictures
.PHONY: install-site install-test install-map install-pdf

help: ## List these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 16

site: install-site ## Build the guide into _site/
	@$(build) build $(ARGS)

pdf: install-pdf ## Build the guide with a PDF of every sheet
	@$(build) build --pdf $(ARGS)

serve: install-site ## Show the guide as you write, on this computer only
	@$(build) serve --port $(PORT) $(ARGS)

check: install-site ## Say what is to be mended in content/, without building
	@$(build) check $(ARGS)

test: install-test ## Run every test, those in a real browser last
	@scripts/find-pango
	@$(python) -m pytest -n auto --dist worksteal -m "not browser and not whole and not hard"
	@scripts/ical-js || [ $$? -eq 77 ]
	@$(python) -m pytest -n auto --dist worksteal -m "whole and not browser and not hard"
	@DOORSTEP_BROWSER="$$(scripts/find-browser)" && export DOORSTEP_BROWSER && \
		$(python) -m pytest -n auto --dist loadfile -m "browser and not hard" $(again)

test-hard: install-test ## Try to break it, for an hour or so, and write down what fell
	@DOORSTEP_BROWSER="$$(scripts/find-browser)" && export DOORSTEP_BROWSER && \
		$(python) -m pytest -n auto --dist worksteal -m hard --tally=docs/reliability.md $(ARGS)

fuzz: install-test ## Try what reads strangers' words with odd bytes; SECONDS for each part
	@scripts/fuzz "$(SECONDS)" || [ $$? -eq 77 ]

audit: ## Look for known holes in everything that is locked in requirements/
	@scripts/audit || [ $$? -eq 77 ]

lint: install-test ## Check how the code and the workflows are written
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy build.py doorstep benchmarks fuzz scripts
	@.venv/bin/zizmor --quiet --offline --strict-collection --persona auditor .github
	@scripts/actionlint || [ $$? -eq 77 ]

changes: install-site ## Say what the newest change does for readers, before it is published
	@scripts/before-the-change _before
	@$(build) changes --before _before --report _answer/message.json $(ARGS)

pictures: install-site ## Build the site, and take a picture of each page that "make changes" found
	@$(build) build --out _site --url http://localhost:8000/ $(ARGS)
	@$(build) pictures --report _answer/message.json --out _site --into _answer/pictures

bench: install-test ## Time making guides beside other site makers, and working out dates
	@$(python) benchmarks/against_others.py $(ARGS)
	@$(python) benchmarks/occurrences_time.py
	@$(python) benchmarks/pdf_time.py

docs: install-site ## Write the lists of keys in docs/ anew
	@$(python) -m doorstep.reference

messages: install-site ## Collect the interface's words for translators
	@$(python) -m doorstep.locales

lock: ## Pin what pyproject.toml asks for, with hashes; ARGS=--upgrade takes the newest
	@scripts/lock $(ARGS)

calendars: install-site ## Fetch the groups' own calendars that site.yaml names, and import them
	@$(build) import ics $(ARGS)

forms: install-site ## Write GitHub's forms anew from the kinds of entry and site.yaml
	@$(build) forms $(ARGS)

numbers: install-site ## Give a number to each entry that went live without one
	@$(build) number $(ARGS)

guide: install-site ## Clear the example and start a guide of your own: five questions
	@$(build) new-guide $(ARGS)

upkeep: install-site ## Keep a guide on GitHub going; ARGS says what: round, reminders, schedules
	@$(build) upkeep $(ARGS)

streets: install-map ## Fetch the streets from OpenStreetMap, and make the guide's own street map
	@scripts/fetch-streets $(ARGS)

pages: install-pdf ## Build for GitHub Pages, as the publishing workflow does
	@$(build) build --pdf --url "$$SITE_URL" --summary "$$GITHUB_STEP_SUMMARY"

conversation: install-site
	@$(build) conversation answer "$$GITHUB_EVENT_PATH" --out "$$GITHUB_OUTPUT"

tell-it-is-live: install-site
	@$(build) conversation tell "$$GITHUB_EVENT_PATH"

answer: install-site
	@$(build) answer --left "$$LEFT"

keep-pictures: install-site
	@$(build) shelf put --left "$$LEFT"

forget-pictures: install-site
	@$(build) shelf take-off

# What the published site is made with is never compiled here: a package is the file that its
# makers built, or it is refused. A test tool may be compiled where its makers built no such file.
install-site:
	@scripts/install requirements/site.txt --only-binary :all:

install-map: install-site
	@scripts/install requirements/map.txt --only-binary :all:

install-pdf: install-site
	@scripts/install requirements/pdf.txt --only-binary :all:
	@scripts/find-pango

install-test: install-site
	@scripts/install requirements/test.txt
