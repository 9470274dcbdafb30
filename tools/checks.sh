#!/bin/sh
# Prints how much the checks find and how often they are wrong, as measured on
# real texts in a folder `shared` beside the repository: findings on clean
# texts (at most five in a thousand units for a check that is on by default),
# faults planted into real pairs (nineteen of twenty are found), and the
# defects that a reader found in sources as they were received. Faults of
# thirteen kinds go into a document as it was received, in three languages, and
# into the shipped archive, FAULTS of each kind (15) into each translation; SEED
# puts them elsewhere, PAIRS names the folder of another archive of pairs.
set -eu
cd "$(dirname "$0")/.."
out=$(go test ./tools/internal/check -count=1 -v -run '^(TestNoise|TestFaultsInRealPairs|TestRecall)$') || status=$?
printf '%s\n' "$out" | grep -q -- '--- SKIP' && { printf '%s\n' "$out" | grep -A1 -- '--- SKIP'; exit 1; }
echo 'Findings on clean texts'
printf '%s\n' "$out" | sed -n 's/^ *noise_test.go:[0-9]*: \(.* a thousand\)$/  \1/p'
echo 'Faults planted into real pairs'
printf '%s\n' "$out" | sed -n 's/^ *faults_test.go:[0-9]*: \(.*found [0-9]* of [0-9]*\)$/  \1/p'
fresh=$(FAULTS=${FAULTS:-15} go test ./tools/internal/check -count=1 -v -run 'FreshPairs$') || status=$?
echo 'Faults of every kind in fresh pairs'
printf '%s\n' "$fresh" | sed -n 's/^ *fresh_test.go:[0-9]*: \([^ ].*found [0-9]* of [0-9]*\)$/  \1/p'
echo 'Findings on these texts as they are'
printf '%s\n' "$fresh" | sed -n 's/^ *fresh_test.go:[0-9]*: \(.* a thousand\)$/  \1/p'
echo 'Defects of the sources'
printf '%s\n' "$out" | sed -n 's/^ *recall_test.go:[0-9]*: \(.*found [0-9]* of [0-9]*\).*/  \1/p'
exit "${status:-0}"
