#!/bin/sh
# How good is the import? Imports every real report that has a hand-made page
# in ../shared/gold, and prints its score under that of the raw text, as the
# scorer there gives them. Needs python3; changes nothing in the repository.
set -eu
cd "$(dirname "$0")/.."
shared=${SHARED:-$(cd .. && pwd)/shared}
if ! [ -d "$shared/gold" ]; then
	echo "score: no real reports in $shared; set SHARED to the folder that has sources/, gold/ and score/" >&2
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir -p "$work/archive" "$work/raw" "$work/page"
cp config.toml "$work/archive/" 2>/dev/null || :
go build -o "$work/rapporteur" ./tools/rapporteur
for gold in "$shared"/gold/*/; do
	id=$(basename "$gold")
	source="$shared/sources/$id/source.txt"
	cp "$source" "$work/raw/$id.md"
	"$work/rapporteur" import "$source" --report "$id" --lang fr --archive "$work/archive" >/dev/null
	cp "$work/archive/content/reports/$id/index.fr.md" "$work/page/$id.md"
done
echo "raw text:"
python3 "$shared/score/score.py" --all "$shared/gold" "$work/raw"
echo "imported:"
python3 "$shared/score/score.py" --all "$shared/gold" "$work/page"
