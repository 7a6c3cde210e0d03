{ echo 'lexicon en'; i=0; while [ $i -lt 120 ]; do echo "concept c$i { }"; i=$((i+1)); done; } > rules.lac
lacuna rules check rules.lac 2>&1 | grep -A 4 R019
