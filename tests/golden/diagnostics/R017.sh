printf 'lexicon en\nconcept coffee { "caf\351" }\n' > rules.lac
lacuna rules check rules.lac
