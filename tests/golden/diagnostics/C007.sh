mkdir -p laws
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/act.xml
lacuna decide override laws --decisions xa.json --obligation uncc/7.2 --verdict gap --provision sec_5 --reviewer "A. Reader" --date 2026-03-01 --reason "A permission is no gap."
