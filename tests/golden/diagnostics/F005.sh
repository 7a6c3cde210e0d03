cp "$ROOT/legislation/xa/cybercrime-act.xml" act.xml
lacuna show act.xml --max-file-size 100
