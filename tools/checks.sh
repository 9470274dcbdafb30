#!/bin/sh
# Prints how much the checks find and how often they are wrong, as measured on
# real texts in a folder `shared` beside the repository: findings on clean
# texts (at most five in a thousand units for a check that is on by default),
# faults planted into real pairs (nineteen of twenty are found), and the
# defects that a reader found in sources as they were received.
set -eu
cd "$(dirname "$0")/.."
out=$(go test ./tools/internal/check -count=1 -v -run '^(TestNoise|TestFaultsInRealPairs|TestRecall)$') || status=$?
printf '%s\n' "$out" | grep -q -- '--- SKIP' && { printf '%s\n' "$out" | grep -A1 -- '--- SKIP'; exit 1; }
echo 'Findings on clean texts'
printf '%s\n' "$out" | sed -n 's/^ *noise_test.go:[0-9]*: \(.* a thousand\)$/  \1/p'
echo 'Faults planted into real pairs'
printf '%s\n' "$out" | sed -n 's/^ *faults_test.go:[0-9]*: \(.*found [0-9]* of [0-9]*\)$/  \1/p'
echo 'Defects of the sources'
printf '%s\n' "$out" | sed -n 's/^ *recall_test.go:[0-9]*: \(.*found [0-9]* of [0-9]*\).*/  \1/p'
exit "${status:-0}"
