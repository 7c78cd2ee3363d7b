#!/usr/bin/env bash
# Make .venv with everything in requirements.lock and the entry points in .venv/bin.
# The second time it compares one checksum and is done.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

is_supported() { [[ $(version_of "$1") =~ ^3\.(11|12|13)$ ]]; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if is_supported "$candidate"; then echo "$candidate"; return; fi
    done
    return 1
}

no_python() {
    stop "StreamFlow Field needs Python 3.11, 3.12 or 3.13. Install one of them and run this again, or name it: make setup PYTHON=/path/to/python3.12"
}

checksum() {
    "$python" - <<'PY'
import hashlib, pathlib, sys
files = ("requirements.lock", "pyproject.toml", "packaging/setup.sh")
print(sys.version, hashlib.sha256(b"".join(pathlib.Path(f).read_bytes() for f in files)).hexdigest())
PY
}

make_venv() {
    packaging/system-libraries.sh python "$python"
    "$python" -m venv --clear .venv || stop "Python could not make .venv; its message is above."
}

python=$(find_python) || { packaging/system-libraries.sh python; python=$(find_python) || no_python; }
stamp=.venv/.set-up
wanted=$(checksum)
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

if command -v flock >/dev/null; then # two `make` at once must not write into one .venv
    exec 9>.setup.lock
    flock 9
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
fi

if [ "$(version_of .venv/bin/python)" != "$(version_of "$python")" ]; then say "Making .venv …"; make_venv; fi
say "Installing the packages named in requirements.lock (about 130 MB the first time) …"
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@" --quiet; }
pip install --require-hashes --no-deps --only-binary :all: -r requirements.lock
pip install --no-deps --no-build-isolation --editable .
printf '%s\n' "$wanted" > "$stamp"
say "Ready: .venv/bin/streamflow, .venv/bin/streamflow-field, .venv/bin/streamflow-server"
