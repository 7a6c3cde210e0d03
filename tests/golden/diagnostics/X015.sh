mkdir -p laws
cp "$ROOT/legislation/xa/proceeds-of-crime-act.xml" laws/new.xml
sed 's/2015-01-01/2012-01-01/' laws/new.xml > laws/old.xml
lacuna show laws > /dev/null
