#!/usr/bin/env bash
# Ten concepts in the English files of the corpus: BaseX's full-text search (stemming, ordered, window) against
# ours. Both parse the files and search them; BaseX runs twice inside one Java machine, of which the second,
# warm run counts, and then with a full-text index that was made before.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${1:?usage: against_basex.sh BENCH_SEARCH}
command -v basex >/dev/null || { echo "skipped: basex is not installed (Debian package basex)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
said=$("$program" "$work")
echo "$said"
ours=$(sed -n 's/^read and search *\([0-9.]*\) ms.*/\1/p' <<<"$said")
cd "$work"

# Milliseconds of the second of two runs of the query over $1.
query() {
    basex -V -r 2 -b "folder=$1" "$here/search/concepts.xq" 2>&1 |
        sed -n 's/^Total Time: *\([0-9.]*\) ms.*/\1/p' | tail -1
}
row() { awk -v what="$1" -v theirs="$2" -v ours="$ours" 'BEGIN {
    printf "%-52s%10.1f ms%10.2f x   (target: 50 x)\n", what, theirs, theirs / ours }'; }

row "BaseX, files parsed and searched, times ours" "$(query "$work/xml")"
basex -c "SET FTINDEX true" -c "SET STEMMING true" -c "CREATE DB lacuna-bench $work/xml" &>/dev/null
row "BaseX, with an index made before, times ours" "$(query lacuna-bench)"
basex -c "DROP DB lacuna-bench" &>/dev/null
