#!/bin/sh
# Uploads a published archive to a store such as S3, by rclone.
#
#   sh deploy/rclone.sh FOLDER REMOTE:BUCKET
#
# FOLDER is a copy of the branch `archive` (git clone --branch archive URL), and
# REMOTE is set up by `rclone config`. Frozen pages, editions and what has its
# hash in its name go first, so that no page leads to what is not there yet;
# they are never deleted, and never changed: where the law made you withdraw
# something, say so once with WITHDRAWN=yes, and the pages concerned are replaced.
# The latest pages follow; what they were before is deleted last.
set -eu
from=$1
to=$2
RCLONE=${RCLONE:-rclone}

rules=$(mktemp)
trap 'rm -f "$rules"' EXIT

# Nothing that was not sealed goes up: every file is as it was, and there is none
# more. What a revert took off the branch does not matter here.
(
  cd "$from"
  sha256sum --check --strict --quiet SHA256SUMS
  find . -name .git -prune -o -type f ! -path ./SHA256SUMS -print | cut -c3- | LC_ALL=C sort > "$rules"
  cut -c67- SHA256SUMS | diff - "$rules"
)
frozen() { # $1: + or -
  printf '%s\n' "- /.git/**" "$1 /*/reports/*/[0-9]*/**" "$1 /editions/*/**" "$1 /assets/**"
}

# 1. What never changes. --immutable refuses to write over it.
keep=--immutable
[ "${WITHDRAWN:-}" != yes ] || keep=--checksum
{ frozen +; echo '- *'; } > "$rules"
$RCLONE copy "$keep" --checksum --filter-from "$rules" \
  --header-upload 'Cache-Control: public, max-age=31536000, immutable' "$from" "$to"

# 2. The latest pages, without deleting; 3. what is no longer there. What a
# filter leaves out, rclone does not delete.
frozen - > "$rules"
for verb in copy sync; do
  $RCLONE "$verb" --checksum --filter-from "$rules" --header-upload 'Cache-Control: no-cache' "$from" "$to"
done
