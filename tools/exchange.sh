#!/bin/sh
# Do the tools that translators use read what export writes, and does merge
# take back what they write? Exports every report of an archive in every
# language and format, has gettext, translate-toolkit, po4a and xmllint read it,
# has them write it again in their way (other wrapping, other formats and back),
# merges that, and compares the archive byte for byte; then edits one text in
# each file through translate-toolkit and counts the units that changed.
#
#	tools/exchange.sh [ARCHIVE]	else this repository's
#
# RAPPORTEUR names the command, if it is built already. XLIFF_SCHEMA and
# TMX_DTD name the schema of XLIFF 1.2 and the document type of TMX 1.4, to
# validate by; without them XML is parsed. Needs Debian's translate-toolkit,
# po4a, gettext and libxml2-utils.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
archive=$(cd "${1:-$here}" && pwd)
for tool in msgfmt msgcat msgmerge po2xliff xliff2po pofilter pocount po2tmx po4a-translate xmllint; do
	command -v "$tool" >/dev/null || { echo "tools/exchange.sh: $tool is missing: apt-get install translate-toolkit po4a gettext libxml2-utils" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${RAPPORTEUR:-}" ]; then
	RAPPORTEUR=$work/rapporteur
	(cd "$here" && go build -o "$RAPPORTEUR" ./tools/rapporteur)
fi
mkdir "$work/archive"
(cd "$archive" && cp -R config.toml content i18n "$work/archive")
RAPPORTEUR=$RAPPORTEUR LC_ALL=C.UTF-8 /usr/bin/python3 "$here/tools/exchange.py" "$work"
