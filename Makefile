# The commands of daily work. CONTRIBUTING.md lists what each one runs, for machines without make.

.PHONY: lint test build serve update pictures

lint: ## style, types, and the direction in which data flows
	ruff check
	ruff format --check
	mypy
	lint-imports

test: ## the tests that take a few minutes; `pytest -m long` runs the others
	pytest

build: ## check the records and make the site
	python -m generator build

serve: ## show the site and renew it on every change
	python -m generator serve

update: ## write again what is derived: schemas, templates, golden files
	python -m generator derive
	pytest --update

pictures: ## photograph one page of each kind of the built site, at three widths, in both palettes and in print
	python tests/photograph.py
