# Two commands do everything: `make demo` and `make test`. The rest is for developers.
# Needs Python 3.11 or later and make; everything else is fetched.

PYTHON ?= python3
PORT ?= 8000
DOSSIERS ?= 10000
GEMEENTE ?= utrecht
KEREN ?= 100
ZAAD ?= 1
RONDES ?= 8
AANTAL ?= 100000
BIN := .venv/bin

.PHONY: help demo setup test test-alles check lock burden bench faults bewijs vervuiling
.DEFAULT_GOAL := help

help:
	@echo "make demo        look at Eenplan on http://127.0.0.1:$(PORT)/ (another port: make demo PORT=8001)"
	@echo "make test        all tests but the long campaigns"
	@echo "make test-alles  the long campaigns too"
	@echo "make check       format, lint, types, walls, migrations, policy files"
	@echo "make burden      how much work each walk is: screens, fields, clicks, letters"
	@echo "make setup       install only; afterwards $(BIN)/eenplan works"
	@echo "make bench       what each job costs, in an invented municipality (DOSSIERS=10000,1000000)"
	@echo "make faults      stop database and web server hard, under load (KEREN=100 ZAAD=1)"
	@echo "make bewijs      let each statement of each act fail once, and what else is proven (docs/bewijs.md)"
	@echo "make vervuiling  dirt in every field, address and file, counted (AANTAL=100000)"
	@echo "make lock        choose versions anew and write requirements/*.txt"

setup:
	@$(PYTHON) scripts/opzet.py

demo: setup
	@$(BIN)/eenplan demo --poort $(PORT)

test: opzet-test
	@$(BIN)/python scripts/toets.py

test-alles: opzet-test
	@$(BIN)/python scripts/toets.py --alles

bench: setup
	@for aantal in $$(echo "$(DOSSIERS)" | tr ',' ' '); do $(BIN)/eenplan bench --gemeente $(GEMEENTE) --dossiers $$aantal --rondes $(RONDES) || exit 1; done
	@$(BIN)/python -m scripts.documenten

faults: opzet-test
	@$(BIN)/eenplan storingen --gemeente $(GEMEENTE) --keren $(KEREN) --zaad $(ZAAD)
	@$(BIN)/python -m scripts.documenten

KAMERS := berichten besluiten meldingen onderzoeken overgang plannen rechtsbescherming signalen termijnen uitvoering werk
WANDELING := $(KAMERS:%=tests/integration/%) tests/integration/web tests/integration/storingen/test_halverwege.py

bewijs: opzet-test
	@$(BIN)/pytest -q -n0 -p tests.integration.storingen.plugin $(WANDELING)
	@$(BIN)/pytest -q -n0 -p tests.bewijs tests/integration/storingen tests/integration/test_zestien.py tests/integration/test_reservekopie.py
	@$(BIN)/python -m scripts.documenten

vervuiling: opzet-test
	@$(BIN)/python -m scripts.vervuiling --aantal $(AANTAL)

check: opzet-test
	@$(BIN)/python scripts/keur.py

burden: opzet-test
	@$(BIN)/python -m scripts.regeldruk

lock: opzet-test
	@$(BIN)/python scripts/vergrendel.py

.PHONY: opzet-test
opzet-test:
	@$(PYTHON) scripts/opzet.py --test
