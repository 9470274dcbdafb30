#!/bin/sh
# Brings a web server to the newest edition: fetches the branch `archive`, checks
# every file of it, and only then puts it in the place of the old one, at one
# stroke. Run it from a timer, as a user who may write below SITE and not as
# root:
#
#   */5 * * * *  /srv/archive/pull.sh
#
# The web server serves SITE/current. A push to the branch deploys; a revert on
# it undoes. A branch whose past was rewritten is refused, and so is a copy with
# one wrong byte: the old site stays.
set -eu
umask 022

# Where the branch is, and where the site goes on this machine.
REPOSITORY=${REPOSITORY:-<% with .Forge.URL %><% . %>.git<% end %>}
SITE=${SITE:-/srv/<% .Slug %>}
BRANCH=${BRANCH:-archive}

if [ -z "$REPOSITORY" ]; then
  echo 'pull.sh: set REPOSITORY at the top of this file' >&2
  exit 1
fi
mkdir -p "$SITE/releases"
# One at a time. A lock goes with its process, however that ends.
exec 9> "$SITE/lock"
flock -n 9 || exit 0

git="git --git-dir=$SITE/repository.git"
[ -d "$SITE/repository.git" ] || git init -q --bare "$SITE/repository.git"
# Without a plus sign before it, a branch can only go forward.
if ! $git fetch -q --no-tags "$REPOSITORY" "refs/heads/$BRANCH:refs/heads/$BRANCH"; then
  echo "pull.sh: no connection, or the past of $BRANCH was rewritten; the site stays as it is" >&2
  exit 1
fi
commit=$($git rev-parse "refs/heads/$BRANCH")

[ "$(readlink "$SITE/current" || true)" != "releases/$commit" ] || exit 0

new="$SITE/releases/$commit"
rm -rf "$new.part"
mkdir "$new.part"
trap 'rm -rf "$new.part"' EXIT
$git archive "$commit" | tar -x -C "$new.part"
if command -v rapporteur > /dev/null; then
  rapporteur verify "$new.part" > "$SITE/verified" || { cat "$SITE/verified" >&2; exit 1; }
else
  (cd "$new.part" && sha256sum --check --strict --quiet SHA256SUMS)
fi
rm -rf "$new"
mv "$new.part" "$new"
ln -s "releases/$commit" "$SITE/current.new.$$"
mv -T "$SITE/current.new.$$" "$SITE/current"

# The last three stay, for a reader who is in the middle of a page.
ls -1t "$SITE/releases" | tail -n +4 | while read -r old; do
  rm -rf "$SITE/releases/$old"
done
