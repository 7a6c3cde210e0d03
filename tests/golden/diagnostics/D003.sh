lacuna check "$ROOT/legislation/xa" --against uncc --articles 7 --quiet -o a.json
lacuna check "$ROOT/legislation/xb" --against uncc --articles 7 --quiet -o b.json
lacuna check "$ROOT/legislation/xa" --against budapest --articles 2 --quiet -o c.json
lacuna compare a.json b.json
lacuna compare a.json c.json
