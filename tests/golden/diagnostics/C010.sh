mkdir -p laws/zz
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/zz/act.xml
cat > laws/zz/country.json <<'END'
{ "schema": "lacuna-country/1", "code": "zz", "name": "Test", "languages": ["en"],
  "reservations": [ { "instrument": "postal-union", "article": "4", "text": "Parcels are not carried." } ] }
END
lacuna check laws/zz --against uncc --articles 11 --format json > /dev/null
