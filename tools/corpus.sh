#!/bin/sh
# Imports every DOCX, ODT and HTML file of a folder, however deep, and says how
# long it took, why files were refused, and which words pandoc, which must be
# installed, has of them and the import has not. Thousands of documents that
# people once had trouble with are in the sources of LibreOffice and pandoc:
#   apt-get source libreoffice pandoc; sh tools/corpus.sh .
# Words that pandoc makes (formulas as LaTeX, names of pictures) count as missing.
set -eu
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
go test ./tools/internal/clean -count=1 -run TestCorpus -v -timeout 2h -peers -corpus "$folder" | grep -v '^=== RUN'
