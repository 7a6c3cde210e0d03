mkdir -p laws/zz mappings
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/zz/act.xml
echo '{ "schema": "lacuna-country/1", "code": "zz", "name": "Test", "languages": ["en"] }' > laws/zz/country.json
lacuna decide override laws/zz --obligation uncc/9.1 --verdict covered --provision sec_8 --reviewer "A. Reader" --date 2026-03-01 --reason "Dishonest gain is the rule here." --quiet
sed -i 's/damage, delete, degrade or alter/damage, delete or alter/' laws/zz/act.xml
lacuna check laws/zz --against uncc --format json > /dev/null
