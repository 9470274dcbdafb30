#!/bin/sh
# Reads the PDFs given, or those in ../shared/fixtures/pdf, with this reader
# and with pdftotext in one run, and says how many pages a second each does.
# Both read every file ten times; pdftotext is started anew for each, as a
# batch would start it, and this reader once.
set -eu
cd "$(dirname "$0")/.."
pattern=${1:-$(pwd)/../shared/fixtures/pdf/*.pdf}
pages=0
for file in $pattern; do
	pages=$((pages + $(pdfinfo "$file" 2>/dev/null | sed -n 's/^Pages: *//p')))
done
go test -c -o /tmp/peers-pdf.$$ ./tools/internal/source/pdf
trap 'rm -f /tmp/peers-pdf.$$' EXIT
ours=$(cd tools/internal/source/pdf && PDFS="$pattern" /tmp/peers-pdf.$$ -test.run=NONE -test.bench=Read -test.benchtime=10x |
	sed -n 's/.* \([0-9.]*\) pages\/s.*/\1/p')
start=$(date +%s%N)
for round in 1 2 3 4 5 6 7 8 9 10; do
	for file in $pattern; do
		pdftotext -q "$file" /dev/null
	done
done
end=$(date +%s%N)
theirs=$((pages * 10 * 1000000000 / (end - start)))
echo "pages a second: rapporteur ${ours%.*}, pdftotext $theirs ($pages pages, 10 times)"
