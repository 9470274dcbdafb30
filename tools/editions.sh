#!/bin/sh
# What editions cost: publishes the shipped archive's largest report, copied
# REPORTS times, in EDITIONS editions, each with 2 % of the texts changed, and
# prints what each added, on the host and packed in Git, and what publishing it
# took of the processor.
#
#     tools/editions.sh [REPORTS [EDITIONS]]      else 40 and 5
#
# "pages" are report pages: reports times languages. "ratio" is what the commit
# added on the host, indexes apart, by the bytes of the pages that changed;
# "index" is bytes of editions/NAME/ by page; "pull" is the pack that somebody
# fetches who has the edition before, "changed packed" what the changed pages
# alone take as one pack. At the end the branch is packed as `git gc` does, and
# what stands in it is split by what it is.
set -eu
reports=${1:-40} editions=${2:-5}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$here" && go build -o "$work/rapporteur" ./tools/rapporteur)
mkdir "$work/a"
cp -R "$here/content" "$here/i18n" "$here/layouts" "$here/assets" "$here/config.toml" "$work/a"
cd "$work/a"
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
git init -q -b main
for n in $(seq "$reports"); do
	copy=content/reports/copy-$n
	cp -R content/reports/harbour-2025-messages "$copy"
	for file in "$copy"/index.*.md; do # no two alike, or Git would store one
		awk -v n="$n" '/^\+\+\+$/ { fence++ } { print } fence == 2 && /^[^#+|-].*\.$/ && !/\\/ { printf "%s %d %d\n", "No.", n, NR * n }' "$file" > "$file.new"
		mv "$file.new" "$file"
	done
done
texts=$(ls content/reports/copy-*/index.*.md | wc -l)
each=$(((texts + 49) / 50))
bytes() { git ls-tree -r -l archive "$@" | awk '{ n += $4 } END { print n + 0 }'; }
pull() { # of this edition, by somebody who has the one before
	printf 'archive\n%s\n' "$1" | git pack-objects -q --revs --thin --stdout --window=50 | wc -c
}
alone() { # the pages that an edition froze, as one pack
	git ls-tree -r archive | awk -v e="/$1/" 'index($4, e) && $4 !~ /^editions\// { print $3 }' | git pack-objects -q --stdout --window=50 | wc -c
}
cpu() { # seconds that all commands so far took
	times > "$work/times" && awk 'NR == 2 { split($1, u, "m"); split($2, s, "m"); print int(u[1] * 60 + u[2] + s[1] * 60 + s[2]) }' "$work/times" > "$work/cpu"
	read -r seconds < "$work/cpu"
}
printf '%s pages, %s changed in each edition\n' "$texts" "$each"
printf 'edition\tseconds\tchanged\thost\tratio\tindex/page\tpull\tchanged packed\n'
host=0
for e in $(seq 0 "$editions"); do
	if [ "$e" -gt 0 ]; then
		for k in $(seq "$each"); do
			file=$(ls content/reports/copy-*/index.*.md | sed -n "$(((e * 7919 + k * 104729) % texts + 1))p")
			echo >> "$file"
			echo "A sentence of edition $e." >> "$file"
		done
	fi
	"$work/rapporteur" sync > /dev/null
	git add -A && git commit -q -m "$e"
	before=$(git rev-parse -q --verify archive | sed 's/^/^/')
	cpu
	begun=$seconds
	"$work/rapporteur" publish --edition "2025.$e" --search no > /dev/null
	cpu
	took=$((seconds - begun))
	now=$(bytes) index=$(bytes "editions/2025.$e/")
	frozen=$(git ls-tree -r -l archive | awk -v e="/2025.$e/" 'index($5, e) && $5 !~ /^editions\// { n += $4 } END { print n + 0 }')
	awk -v e="2025.$e" -v s="$took" -v f="$frozen" -v h="$((now - host))" -v i="$index" -v p="$(pull "$before")" -v t="$texts" -v a="$(alone "2025.$e")" \
		'BEGIN { printf "%s\t%d\t%d\t%d\t%.2f\t%.0f\t%d\t%d\n", e, s, f, h, (h - i) / f, i / t, p, a }'
	host=$now
done
git clone -q --bare --no-local --single-branch --branch archive . "$work/clone"
git -C "$work/clone" gc -q
printf '\npacked\tobjects\twhat\n'
git -C "$work/clone" rev-list --objects archive |
	git -C "$work/clone" cat-file --batch-check='%(objecttype) %(objectsize:disk) %(rest)' |
	awk '{
		what = $1 == "commit" ? "commits" : $1 == "tree" ? "folders" : \
			$3 ~ /^editions/ || $3 == "SHA256SUMS" ? "indexes" : \
			$3 ~ /\/reports\/[^\/]*\/[0-9]/ ? "frozen pages" : \
			$3 ~ /\/reports\/[^\/]*\/history/ ? "histories" : \
			$3 ~ /\/reports\/[^\/]*\// ? "latest pages" : \
			$3 ~ /^assets/ ? "assets" : "lists, feeds and the rest"
		if (what == "folders" && $3 ~ /^editions/) what = "indexes"
		n[what]++; size[what] += $2
	} END { for (w in n) printf "%d\t%d\t%s\n", size[w], n[w], w }' | sort -rn
"$work/rapporteur" verify .
