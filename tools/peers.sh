#!/bin/sh
# Sets this project's readers of DOCX and HTML beside pandoc, in one run on the
# documents of ../shared: what each finds and how fast. Needs pandoc.
set -eu
cd "$(dirname "$0")/.."
go test ./tools/internal/source -count=1 -run TestPeers -peers -v
go test ./tools/internal/source -run NONE -bench Read
