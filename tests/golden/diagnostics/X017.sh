mkdir -p laws
cp "$ROOT/legislation/xa/proceeds-of-crime-act.xml" laws/act.xml
cp laws/act.xml laws/copy-of-act.xml
lacuna show laws > /dev/null
