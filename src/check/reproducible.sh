#!/usr/bin/env bash
# Builds the last commit twice, in two clones, and holds jar, zip and bill of materials against each other, byte for byte.
# The second build has a longer path, another time zone and locale, tighter file permissions and an empty local repository.
# Takes the folder to work in, which is emptied, and the mvn to build with.
set -euo pipefail
work=$1
mvn=$2
commit=$(git rev-parse HEAD)

rm -rf "$work"
mkdir -p "$work"
first=$work/first
second=$work/a/longer/path/to/the/second
git clone -q . "$first"
(umask 077 && git clone -q . "$second")

echo "$(date -u +%H:%M:%S) first build of $commit"
(cd "$first" && "$mvn" -B -ntp -q package -DskipTests)
echo "$(date -u +%H:%M:%S) second build, on an empty local repository"
(cd "$second" && umask 077 && TZ=Pacific/Kiritimati LC_ALL=C "$mvn" -B -ntp -q package -DskipTests "-Dmaven.repo.local=$work/repository")

differ=0
for kind in '*.jar' '*.zip' '*.cdx.json' '*.cdx.xml'; do
  built=$(cd "$first/target" && echo tr116-$kind)
  if cmp "$first/target/$built" "$second/target/$built"; then
    echo "same bytes  $(sha256sum < "$first/target/$built" | cut -d' ' -f1)  $built"
  else
    differ=1
  fi
done
if [ "$differ" -ne 0 ]; then
  echo "The two builds differ; both are kept under $work." >&2
  exit 1
fi
rm -rf "$work"
