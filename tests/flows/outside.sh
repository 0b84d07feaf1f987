#!/usr/bin/env bash
# Drives the real window from outside, through the accessibility tree, as a screen reader would.
#
# Needs: xvfb xauth openbox dbus at-spi2-core python3-gi gir1.2-atspi-2.0 poppler-utils (Debian's names).
# The driver runs on the system's Python, which has the accessibility bindings; the program in its own.
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${KASEBOOK_FLOW_INSIDE:-}" ]; then
  export KASEBOOK_FLOW_INSIDE=1
  exec xvfb-run -a -s "-screen 0 1400x900x24" dbus-run-session -- bash "$0" "$@"
fi
scratch=$(mktemp -d)
trap 'kill $program $manager 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT
export HOME="$scratch/home" KASEBOOK_HOME="$scratch/profile" KASEBOOK_TODAY=2026-11-23
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
mkdir -p "$HOME/Documents" "$KASEBOOK_HOME"
openbox >/dev/null 2>&1 &
manager=$!
.venv/bin/python -m app >"$scratch/program.log" 2>&1 &
program=$!
if ! /usr/bin/python3 tests/flows/outside_driver.py "$HOME" "$@"; then
  cat "$scratch/program.log" >&2
  exit 1
fi
