mkdir -p laws/zz
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/zz/act.xml
cat > laws/zz/country.json <<'END'
{ "schema": "lacuna-country/1", "code": "zz", "name": "Test", "languages": ["en"],
  "acts": [ { "file": "act.xml", "kinds": ["substantive", "procedural"] } ],
  "reservations": [ { "instrument": "uncc", "article": "11.3", "date": "31 December 2024" } ] }
END
lacuna check laws/zz --against uncc --articles 11 --format json > /dev/null
