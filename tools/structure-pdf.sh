#!/bin/sh
# How much of a document's structure comes back from a PDF of it? Renders the
# pages given, or those of tools/internal/source/pdf/testdata/truth, to PDF with
# whichever of Chromium, WeasyPrint, LibreOffice and LaTeX are there, imports
# the PDFs and scores headings, items, rows, footnotes and paragraphs against
# the pages; and beside it pdftotext, and what PEERS names: structure-pdf.py
# says how. Needs python3 and pandoc; changes nothing in the repository.
set -eu
cd "$(dirname "$0")/.."
for needed in python3 pandoc; do
	command -v "$needed" >/dev/null || {
		echo "structure-pdf: install $needed first" >&2
		exit 1
	}
done
[ $# -gt 0 ] || set -- tools/internal/source/pdf/testdata/truth/*.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
go build -o "$work/rapporteur" ./tools/rapporteur
PEERS="pdftotext=pdftotext -nopgbrk {pdf} {md}
${PEERS:-}" python3 tools/structure-pdf.py "$work/rapporteur" "$work" "$@"
