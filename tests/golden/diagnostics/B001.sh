sed 's|/akn/xc/act/1963/18#sec_318D|/akn/xc/act/1963/99#sec_318D|' "$ROOT/legislation/xc/bill-penal-code-amendment.xml" > bill.xml
lacuna check "$ROOT/legislation/xc" --against uncc --articles 11 --with-bill bill.xml
