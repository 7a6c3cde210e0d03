echo '{"schema": "lacuna-report/1", "instrument"' > broken.json
echo '{"schema": "lacuna-report/1", "instrument": {"name": "uncc"}}' > short.json
lacuna compare broken.json short.json
