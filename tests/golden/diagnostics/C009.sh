mkdir -p laws/zz
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/zz/act.xml
cat > laws/zz/country.json <<'END'
{ "schema": "lacuna-country/1", "code": "zz", "name": "Test", "languages": ["en"],
  "reservations": [ { "instrument": "uncc", "article": "11(3)", "text": "Possession is no offence here." } ],
  "declarations": [ { "instrument": "unc", "article": "7.2", "text": "A security measure must be circumvented." } ] }
END
lacuna check laws/zz --against uncc --articles 11 --format json > /dev/null
