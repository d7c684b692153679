#!/usr/bin/env bash
# Makes the first inputs: every text of the plans of this repository, with its path.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p fuzz/corpus/plan
for root in plan examples/kota-teladan; do
  find "$root" -type f \( -name '*.toml' -o -name '*.md' \) | while read -r file; do
    path="${file#"$root"/}"
    { echo "$path"; cat "$file"; } > "fuzz/corpus/plan/$(echo "$file" | tr '/' '_')"
  done
done
