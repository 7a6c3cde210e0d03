lacuna check "$ROOT/legislation/xa" --against unc
