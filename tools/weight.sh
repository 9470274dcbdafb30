#!/usr/bin/env bash
# What the pages of a built site weigh on the wire, beside their text alone.
#
#     tools/weight.sh [FOLDER]      default: public
#
# A line for the heaviest page of each kind, measured against its budget, all
# compressed by gzip -9: HTML, stylesheet, script; the text is what is left of
# the page's main part without its tags. The budget is 1.25 times the text and 8 kB;
# it is for report pages, and shown for all.
set -euo pipefail
cd "${1:-public}"

# packed prints the size of what it reads, compressed.
packed() { gzip -9n | wc -c; }

# text prints the words of a page: its main part without tags.
text() {
  tr '\n' ' ' <"$1" | sed -e 's/.*<main[^>]*>//' -e 's/<\/main>.*//' -e 's/<[^>]*>//g' -e 's/  */ /g'
}

style=$(cat assets/site.*.css | packed)
printf 'stylesheet %s bytes; scripts %s\n' "$style" "$(for f in assets/*.js; do printf '%s %s bytes  ' "${f#assets/}" "$(packed <"$f")"; done | sed 's/\.[0-9a-f]\{64\}//g')"
printf '%-12s %8s %8s %8s %8s %6s  %s\n' KIND HTML WITH-CSS TEXT BUDGET SHARE PAGE

# measure prints the line of one page, its share of the budget first.
measure() {
  local page=$1 kind=$2 html words all budget
  html=$(packed <"$page")
  words=$(text "$page" | packed)
  all=$((html + style))
  budget=$((words * 5 / 4 + 8000))
  printf '%d\t%-12s %8d %8d %8d %8d %5d%%  %s\n' $((all * 1000 / budget)) "$kind" "$html" "$all" "$words" "$budget" $((all * 100 / budget)) "$page"
}

# kind reads pages and prints the one that takes most of its budget.
kind() {
  local name=$1 page
  while read -r page; do measure "$page" "$name"; done | sort -rn | head -n 1 | cut -f 2-
}

pages() { find . -name index.html -path "$1" | sed 's|^\./||' | LC_ALL=C sort; }
pages './??*/reports/*/index.html' | grep -v -e '/with-' | { while read -r p; do grep -q 'data-pagefind-body' "$p" && echo "$p"; done || true; } | kind report
pages './*/with-*/index.html' | kind beside
find . -maxdepth 2 -name index.html -path './*/*' | sed 's|^\./||' | kind home
for way in themes sdgs wsis gdc events years types organisations speakers symbols crosswalk; do
  pages "./*/$way/*/index.html" | kind "$way"
done
for list in reports themes find index status crosswalk; do
  find . -path "./*/$list/index.html" | sed 's|^\./||' | grep -E '^[^/]+/[^/]+/index.html$' | kind "$list"
done
