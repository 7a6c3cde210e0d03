mkdir laws
echo '{ "code": "xa", ' > laws/country.json
lacuna check laws --against uncc
