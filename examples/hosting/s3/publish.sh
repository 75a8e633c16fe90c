#!/bin/sh
# Builds an archive and copies its site into a bucket of S3. Run it beside content/: BUCKET=live.example.org sh publish.sh
# Pictures come first, so that no page names one that is not there. What is gone is removed last.
set -eu
to="s3://$BUCKET"
ever="public, max-age=31536000, immutable"

npx afterlive build
npx afterlive published # records the addresses in content/published.txt

# copy FOLDER OPTIONS: what has changed. The builder's own notes stay here.
copy() {
  folder=$1
  shift
  aws s3 sync "_site$folder" "$to$folder" --no-progress "$@" --exclude ".afterlive/*"
}

# Files in pictures/ are named by what made them: they never change, and one of that name is that picture.
if [ -d _site/pictures ]; then
  for type in "avif image/avif" "jpg image/jpeg" "png image/png" "gif image/gif" "webp image/webp"; do
    copy /pictures --exclude "*" --include "*.${type% *}" --size-only --content-type "${type#* }" --cache-control "$ever"
  done
fi

# A browser asks anew for all others, and the pages come after what they show.
for type in "avif image/avif" "jpg image/jpeg" "jpeg image/jpeg" "png image/png" "gif image/gif" "webp image/webp" \
  "tif image/tiff" "tiff image/tiff" "svg image/svg+xml" "ico image/x-icon" \
  "css text/css; charset=utf-8" "js text/javascript; charset=utf-8" "md text/markdown; charset=utf-8" \
  "csv text/csv; charset=utf-8" "txt text/plain; charset=utf-8" "vtt text/vtt; charset=utf-8" \
  "bib text/x-bibtex; charset=utf-8" "ris application/x-research-info-systems; charset=utf-8" \
  "json application/json" "xml application/xml" "html text/html; charset=utf-8"; do
  copy "" --exclude "*" --include "*.${type%% *}" --exclude "pictures/*" --content-type "${type#* }" --cache-control no-cache
done

# Files of public/ with other endings get the type that the command guesses. What is gone is removed.
copy "" --exclude "pictures/*" --cache-control no-cache --delete
if [ -d _site/pictures ]; then copy /pictures --size-only --cache-control "$ever" --delete; fi
