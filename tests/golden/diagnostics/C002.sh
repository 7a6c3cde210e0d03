mkdir laws
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws
echo '{ "schema": "lacuna-country/1", "code": 7, "name": "Ambria", "languages": ["en"], "acts": [ { "file": "cybercrime-act.xml" } ] }' > laws/country.json
lacuna check laws --against uncc --format json > /dev/null
