#!/usr/bin/env bash
# The words of the ten concepts in the extracted text of the English files: ripgrep, with all phrases as one
# alternation, against our search (tokens, stems, scan, gaps) in the same text. By the clock, the best of five.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${1:?usage: against_ripgrep.sh BENCH_SEARCH}
command -v rg >/dev/null || { echo "skipped: rg is not installed (Debian package ripgrep)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
said=$("$program" "$work")
echo "$said"
ours=$(sed -n 's/^search in what was read *\([0-9.]*\) ms.*/\1/p' <<<"$said")

# "access" ..14 "computer" becomes access\w*\W+(?:\w+\W+){0,14}computer\w*
pattern=$(sed -n 's/^concept .*{ "\(.*\)" \.\.\([0-9]*\) "\(.*\)" }/\1\\w*\\W+(?:\\w+\\W+){0,\2}\3\\w*/p' \
    "$here/search/concepts.lac" | paste -sd'|')
# User and system time of one process, in milliseconds: what else the machine does hardly counts.
milliseconds() {
    local TIMEFORMAT='%U %S'
    { time rg --no-config --threads 1 --count-matches --ignore-case "\\b(?:$pattern)" "$work/text" >/dev/null; } 2>&1 |
        awk '{ print ($1 + $2) * 1000 }'
}
theirs=$(for _ in 1 2 3 4 5; do milliseconds; done | sort -n | head -1)
awk -v theirs="$theirs" -v ours="$ours" 'BEGIN {
    printf "%-52s%10.1f ms%10.2f x   (target: 1 x at most)\n", "ours, times ripgrep", theirs, ours / theirs }'
