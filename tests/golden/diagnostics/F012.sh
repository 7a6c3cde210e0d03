echo '{}' > earlier.sarif
lacuna check "$ROOT/legislation/xa" --against uncc --quiet --format sarif --baseline earlier.sarif
