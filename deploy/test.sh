#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test project. One closing line counts them all:
# "N passed, N failed, N skipped". Anything failed, skipped, crashed or empty makes the exit code 1.
# shellcheck disable=SC2015
set -euo pipefail

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$REPO"
# shellcheck source=deploy/pustaka.sh
. "$REPO/deploy/pustaka.sh"
fail() { printf '%s\n' "$@" >&2; exit 1; }

CONFIGURATION=Release
while [ $# -gt 0 ]; do
  case $1 in
    --lengkap) export KLATENSE_UJI_LENGKAP=1 ;;
    *)
      printf 'Unknown option %s\nUsage: bash deploy/test.sh [--lengkap]\n  --lengkap  the exhaustive forms of the tests as well\n' "$1" >&2
      exit 2 ;;
  esac
  shift
done

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
[ -n "${HOME:-}" ] || export HOME=$WORK
cari_sdk || fail "The .NET 10 SDK is not installed on this machine. Install it, then run this again."

mapfile -t MISSING < <(paket_kurang postgresql chromium libvips-tools qpdf poppler-utils openssl fonts-dejavu-core fonts-liberation)
if [ "${#MISSING[@]}" -gt 0 ]; then
  [ "$(id -u)" = 0 ] || fail "The tests need what is not installed here: ${MISSING[*]}. One command installs it:" "" "  $(perintah_pasang "${MISSING[@]}")" ""
  echo "Installing ${MISSING[*]} ..."
  pasang_paket "$WORK/apt.log" "${MISSING[@]}" || { tail -n 20 "$WORK/apt.log" >&2; fail "The packages could not be installed; the reason stands above."; }
fi

echo "Building ..."
SECONDS=0
# --locked-mode: a restore that would take other packages than the lock files name is a failure, not a surprise.
dotnet restore KlatenSE.sln --locked-mode -v q --nologo --disable-build-servers </dev/null || fail "The restore failed; the reason stands above."
dotnet build KlatenSE.sln -c "$CONFIGURATION" --no-restore -v q --nologo --disable-build-servers -clp:ErrorsOnly </dev/null || fail "The build failed; the reason stands above."
echo "Built in $SECONDS s."

PASSED=0 FAILED=0 SKIPPED=0
BAD=()

# The slowest tests of one xunit XML report, as "seconds name".
slowest() {
  grep -oE '<test [^>]*>' "$1" | sed -nE 's/.* name="([^"]*)".* time="([0-9.]*)".*/\2 \1/p' |
    sort -rn | head -n 5 | awk '$1 >= 0.5 { printf "  %6.1f s  %s\n", $1, substr($0, length($1) + 2, 110) }'
}

run_project() { # NAME SECONDS-ALLOWED
  local name=$1 log=$WORK/$1.log code=0 line total errors failed skipped notrun
  local program=tests/$name/bin/$CONFIGURATION/net10.0/KlatenSE.$name
  printf '\n== %s\n' "$name"
  timeout -k 30 "$2" "$program" -noLogo -noColor -xml "$WORK/$name.xml" </dev/null >"$log" 2>&1 || code=$?
  sed -i -E 's/(Total: 0)$/\1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0/' "$log" # how the runner sums up nothing
  line=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$log" | tail -n 1) || true
  read -r total errors failed skipped notrun < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' <<<"$line") || {
    # No summary: it crashed, hung or was never built. (timeout gives 124.)
    total=1 errors=0 failed=1 skipped=0 notrun=0
    BAD+=("$name ended with code $code before it could sum up$([ "$code" != 124 ] || echo " (stopped after $2 s)")")
  }
  if [ "$failed" -gt 0 ] || [ "$errors" -gt 0 ] || [ "$code" -ne 0 ] || [ -z "$line" ]; then
    grep -vE "^ *(Discovering|Discovered|Starting|Finished):|^ +at (Xunit\.v3|System\.(Threading|Runtime|Reflection))\." "$log" | cut -c1-400 | tail -n 400 || true
  fi
  PASSED=$((PASSED + total - failed - skipped - notrun))
  FAILED=$((FAILED + failed + errors))
  SKIPPED=$((SKIPPED + skipped + notrun))
  if [ -n "$line" ] && [ "$total" -eq 0 ]; then
    FAILED=$((FAILED + 1))
    BAD+=("$name ran no test")
  elif [ "$code" -ne 0 ] && [ "$failed" -eq 0 ] && [ "$errors" -eq 0 ]; then
    FAILED=$((FAILED + 1))
    BAD+=("$name ended with code $code although no test failed")
  fi
  printf '%s passed, %s failed, %s skipped (%s)\n' "$((total - failed - skipped - notrun))" "$((failed + errors))" "$((skipped + notrun))" \
    "$(sed -nE 's/.*Time: ([0-9.]+).*/\1 s/p' <<<"$line")" | sed 's/^/  /'
  [ ! -s "$WORK/$name.xml" ] || slowest "$WORK/$name.xml" || true
}

printf '\n== Layout of the sources\n'
if dotnet format whitespace KlatenSE.sln --no-restore --verify-no-changes </dev/null >"$WORK/format.log" 2>&1; then echo "  in order"; else
  head -n 20 "$WORK/format.log"
  FAILED=$((FAILED + 1))
  BAD+=("the layout differs from .editorconfig; 'dotnet format whitespace KlatenSE.sln' puts it right")
fi

LONG=${KLATENSE_UJI_LENGKAP:+3600}
# The browser's run comes last and alone: it measures nothing, but its waits should not be eaten by other projects.
PROJECTS=(Domain.Tests)
for folder in tests/*.Tests/; do
  folder=$(basename "$folder")
  case $folder in Domain.Tests | EndToEnd.Tests) ;; *) PROJECTS+=("$folder") ;; esac
done
PROJECTS+=(EndToEnd.Tests)
for project in "${PROJECTS[@]}"; do run_project "$project" "${LONG:-1500}"; done

echo
if [ "${#BAD[@]}" -gt 0 ]; then printf 'FAULT: %s\n' "${BAD[@]}"; fi
if [ "$SKIPPED" -gt 0 ]; then echo "FAULT: a skipped test counts as a failure of the run"; fi
echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
[ "$FAILED" -eq 0 ] && [ "$SKIPPED" -eq 0 ] && [ "$PASSED" -gt 0 ]
