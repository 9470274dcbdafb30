#!/bin/sh
# How much of a document's structure does the import find, and how much pandoc?
# Renders the declarations of ../shared/fixtures/parallel/udhr, whose structure is
# known, as Word files and web pages of many makes, and scores both. Needs pandoc.
# Other documents: sh tools/structure.sh -cases DIR, where x.truth beside x.docx
# has a line an element: H1, P, I2, R, N or Q, a space, its text; or x.native is
# pandoc's tree of it.
set -eu
cd "$(dirname "$0")/.."
go test ./tools/internal/clean -count=1 -run TestStructure -v -peers "$@"
