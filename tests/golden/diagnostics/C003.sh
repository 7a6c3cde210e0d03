mkdir laws
echo '{ "schema": "lacuna-country/1", "code": "xa", "name": "Ambria", "languages": ["en"], "acts": [ { "file": "act.xml" } ] }' > laws/country.json
lacuna check laws --against uncc
