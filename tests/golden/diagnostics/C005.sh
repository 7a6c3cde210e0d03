mkdir laws
cp "$ROOT/legislation/xa/"*.xml laws
echo '{ "schema": "lacuna-country/1", "code": "xa", "name": "Ambria", "languages": ["en"], "acts": [ { "file": "cybercrime-act.xml" } ] }' > laws/country.json
lacuna check laws --against uncc --format json > /dev/null
