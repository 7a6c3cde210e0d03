mkdir -p laws/zz mappings mine
cp "$ROOT/legislation/xa/cybercrime-act.xml" laws/zz/act.xml
echo '{ "schema": "lacuna-country/1", "code": "zz", "name": "Test", "languages": ["en"] }' > laws/zz/country.json
cat > mappings/zz.json <<'END'
{ "schema": "lacuna-decisions/1", "country": "zz", "decisions": [
  { "obligation": "uncc/7.2", "action": "override", "verdict": "gap", "reason": "A permission is no gap.",
    "reviewer": "A. Reader", "date": "2026-03-01", "rests_on": [ { "act": "/akn/xa/act", "digest": "sha256:0" } ] }
] }
END
cat > mine/post.lac <<'END'
lexicon en
concept opens { "open*" }
kind offence { elements conduct }
measure opening : offence "Opening" { conduct = opens needs conduct }
instrument post "Convention on Letters" { article 1 "Letters" { obligation 1.1 shall "Punish it" met by opening } }
END
lacuna check laws/zz --against post --rules mine --format json > /dev/null
