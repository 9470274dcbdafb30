#!/bin/sh
# Builds Rapporteur, the tool of this archive, from its source, at one revision
# and no other. Every recipe here gets it this way: to move to another release,
# change the revision below and nothing else.
#
#   sh deploy/tool.sh FILE      puts the program at FILE
#
# It needs Git, and Go 1.26 or later; compiling takes some minutes.
set -eu

# Where the tool's source is (a Git repository that can be read by anyone), and
# the commit to build, in full: a name such as v1.2 could be moved later.
TOOL_URL=<% shell .Tool.URL %>
TOOL_REVISION=<% shell .Tool.Revision %>

if [ -z "$TOOL_URL" ] || [ -z "$TOOL_REVISION" ]; then
  echo 'deploy/tool.sh: set TOOL_URL and TOOL_REVISION at the top of this file' >&2
  exit 1
fi
target=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git init -q "$work"
git -C "$work" fetch -q --depth 1 "$TOOL_URL" "$TOOL_REVISION"
git -C "$work" -c advice.detachedHead=false checkout -q FETCH_HEAD
# Git has checked that the source is what this number stands for.
if [ "$(git -C "$work" rev-parse HEAD)" != "$TOOL_REVISION" ]; then
  echo 'deploy/tool.sh: TOOL_REVISION is not the full number of a commit' >&2
  exit 1
fi
(cd "$work" && CGO_ENABLED=0 go build -trimpath -o "$work/rapporteur.built" ./tools/rapporteur)
mkdir -p "$(dirname "$target")"
mv "$work/rapporteur.built" "$target"
