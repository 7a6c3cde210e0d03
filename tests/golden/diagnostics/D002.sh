echo '{"schema": "lacuna-report/0"}' > old.json
echo '[]' > list.json
lacuna compare old.json list.json
