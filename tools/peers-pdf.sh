#!/bin/sh
# Reads the PDFs given, or those in ../shared/fixtures/pdf, with this reader
# and with pdftotext, turn by turn in one run, and says how many pages a second
# each does. This reader works as the import of a folder does, two files at a
# time; pdftotext is started anew for each file, as a batch would start it.
# Then imports folders of 20 and of 200 of these files from start to end, page,
# ledger and all, and says what that takes and how much memory at the most.
set -eu
cd "$(dirname "$0")/.."
pattern=${1:-$(pwd)/../shared/fixtures/pdf/*.pdf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
go test -c -o "$work/pdf.test" ./tools/internal/source/pdf
go build -o "$work/rapporteur" ./tools/rapporteur

pages_of() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }
pages=0
for file in $pattern; do
	pages=$((pages + $(pages_of "$file")))
done

# A round is as many readings as there are in some hundred pages.
readings=$((300 / (pages + 1) + 1))
for round in $(seq "${ROUNDS:-5}"); do
	ours=$(cd tools/internal/source/pdf && PDFS="$pattern" "$work/pdf.test" -test.run=NONE -test.bench=Read -test.benchtime="${readings}x" |
		sed -n 's/.* \([0-9.]*\) pages\/s.*/\1/p')
	start=$(date +%s%N)
	for reading in $(seq "$readings"); do
		for file in $pattern; do
			pdftotext -q "$file" /dev/null || true
		done
	done
	end=$(date +%s%N)
	echo "$ours $((pages * readings * 1000000000 / (end - start)))"
done | awk -v pages="$pages" '
	{ printf "pages a second: rapporteur %d, pdftotext %d: %.2f\n", $1, $2, $1 / $2; ratio += log($1 / $2) }
	END { printf "of pdftotext, over %d rounds of %d pages: %.2f\n", NR, pages, exp(ratio / NR) }'

# The most memory that a process and its children had, in KB each.
watch() {
	own=0 most=0
	while grep -q VmHWM "/proc/$1/status" 2>/dev/null; do # one that has ended has none
		for process in "$1" $(cat "/proc/$1/task/"*/children 2>/dev/null); do
			peak=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$process/status" 2>/dev/null) || continue
			if [ "$process" = "$1" ]; then
				own=${peak:-$own}
			elif [ "${peak:-0}" -gt "$most" ]; then
				most=$peak
			fi
		done
		sleep 0.1
	done
	echo "$((own >> 10)) MB, and its readers $((most >> 10)) MB each"
}
[ -d /proc/self ] || exit 0
mkdir "$work/archive"
for files in 20 200; do
	folder=$work/$files number=0 pages=0
	mkdir "$folder"
	while [ "$number" -lt "$files" ]; do
		for file in $pattern; do
			[ "$number" -lt "$files" ] || break
			number=$((number + 1)) pages=$((pages + $(pages_of "$file")))
			cp "$file" "$folder/$number.pdf"
			printf '[[files]]\nfile = "%d.pdf"\nreport = "r%d"\nlang = "en"\n\n' "$number" "$number" >>"$folder/import.toml"
		done
	done
	start=$(date +%s%N)
	"$work/rapporteur" import "$folder" --archive "$work/archive" --dry-run >/dev/null 2>&1 &
	memory=$(watch $!)
	end=$(date +%s%N)
	echo "a folder of $files files, $pages pages: $(((end - start) / 1000000)) ms, $((pages * 1000000000 / (end - start))) pages a second; memory of the import $memory"
done
