#!/usr/bin/env bash
# Looks for tests that pass today and fail tomorrow: runs the browser's part again and again, under load and without.
#   bash tests/load/flakes.sh [runs under load] [runs without] [pytest options]     (5 and 3 where none are given)
# Under load means one busy loop a core. Each ends by itself, by the clock, whatever becomes of this script.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
loaded=${1:-5} quiet=${2:-3}
shift $(($# < 2 ? $# : 2))
longest=3600   # seconds that a run may take, and a loop at the most
export PYTHONDONTWRITEBYTECODE=
said=$(mktemp -d)
loops=()
hush() { [ "${#loops[@]}" = 0 ] || kill "${loops[@]}" 2>/dev/null; loops=(); }
trap 'hush; echo "what the runs said: $said"' EXIT

failed=0
run() {   # how, number
  local began=$SECONDS state=passed file="$said/$1-$2"
  if [ "$1" = loaded ]; then
    for _ in $(seq "$(nproc)"); do
      timeout "$longest" bash -c 'while :; do :; done' &
      loops+=($!)
    done
  fi
  timeout "$longest" .venv/bin/python -m pytest -q -n 2 --dist worksteal tests/e2e "${@:3}" >"$file" 2>&1 || state=FAILED
  hush
  [ "$state" = passed ] || failed=$((failed + 1))
  printf '%-7s %3s  %-6s %5ds  %s\n' "$1" "$2" "$state" "$((SECONDS - began))" "$(tail -n 1 "$file")"
  grep -E '^(FAILED|ERROR) ' "$file" | sed 's/^/             /'
}

for n in $(seq 1 "$loaded"); do run loaded "$n" "$@"; done
for n in $(seq 1 "$quiet"); do run quiet "$n" "$@"; done
echo "$failed of $((loaded + quiet)) runs failed"
[ "$failed" = 0 ]
