# Every target does its own set-up; nothing needs root. PYTHON may name another Python, 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
# JupyterLab neither looks for news and updates nor asks whether it may.
QUIET := {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}

.PHONY: report classroom test lab notebooks bench lock picture

report: .venv/ready
	$(BIN)/witness report seeds -o build

# The teacher's kit, ready for a stick.
classroom: .venv/ready
	$(BIN)/witness classroom seeds -o build/classroom

test: .venv/ready
	$(BIN)/ruff check lib tests notebooks
	$(BIN)/ruff format --check lib tests notebooks
	$(BIN)/mypy
	$(BIN)/python -m pytest --override-ini addopts= --nbval notebooks
	$(BIN)/python -m pytest

lab: .venv/ready
	$(BIN)/jupyter lab notebooks/00-start-here.ipynb

# Run the notebooks again and keep their results.
notebooks: .venv/ready
	$(BIN)/python -m witness.report.notebooks seeds

# Take the README's picture from the built report (needs Chromium).
picture: report
	$(BIN)/python -m tests.pages.picture

# Measure speed and quality beside other libraries, which have an environment of their own.
bench: .venv-bench/ready .venv/ready
	.venv-bench/bin/python -m tests.benchmarks.speed seeds
	.venv-bench/bin/python -m tests.benchmarks.peers seeds
	.venv-bench/bin/python -m tests.benchmarks.dates
	$(BIN)/python -m tests.benchmarks.report
	.venv-bench/bin/python -m tests.benchmarks.collections

# Resolve the versions anew; index addresses are left out of the lock.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --extra collections --extra html --extra lab --extra parquet --extra test --upgrade --quiet \
		pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --upgrade --quiet tests/spark.txt -c requirements.lock -o tests/spark.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --upgrade --quiet tests/benchmarks/requirements.txt -c requirements.lock \
		-o tests/benchmarks/requirements.lock

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Witness needs Python 3.11 or newer; run make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	mkdir -p .venv/share/jupyter/lab/settings
	printf '%s' '$(QUIET)' > .venv/share/jupyter/lab/settings/overrides.json
	touch $@

# Beside the rest, for the tests of Spark: pyspark, which is large and comes as source.
.venv/spark: .venv/ready tests/spark.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r tests/spark.lock
	touch $@

.venv-bench/ready: requirements.lock tests/benchmarks/requirements.lock
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r tests/benchmarks/requirements.lock
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
