#!/bin/sh
# How often is a page, or a unit of it, called stale that is not, and fresh that
# is not? Replays the history of a clone of a site that volunteers translate,
# whose translations say what they were made from, and prints both figures as
# sync has them and as dates have them ("stale if the original was committed to
# later"). sync is measured twice: told what the translations declare, and not.
# What a site keeps where is in freshness.tsv, or in the table given. Needs Go and
# git; reads the clone's history alone, and writes nothing.
#
#	tools/freshness.sh REPO [TABLE]
set -eu
[ $# -ge 1 ] && [ -d "$1" ] || { echo "usage: tools/freshness.sh REPO [TABLE]" >&2; exit 2; }
repo=$(cd "$1" && pwd)
table=${2:-$(dirname "$0")/freshness.tsv}
table=$(cd "$(dirname "$table")" && pwd)/$(basename "$table")
cd "$(dirname "$0")/.."
out=$(FRESHNESS_REPO=$repo FRESHNESS_TABLE=$table go test ./tools/internal/archive -count=1 -timeout 2h -v -run '^TestFreshnessOfRepository$') || status=$?
printf '%s\n' "$out" | sed -n 's/^ *repository_test.go:[0-9]*: //p'
exit "${status:-0}"
