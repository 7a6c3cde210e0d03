# Two columns, read across: what a line breaks off goes on in the other column.
{
    sed '/<body>/q' "$ROOT/legislation/xa/proceeds-of-crime-act.xml"
    echo '<section eId="sec_1"><num>1</num><content><p>'
    for broken in acc-garden comp-winter infor-bread unlaw-yellow inter-mountain preser-seven dam-harvest obstr-window tele-river confi-chair impris-silver liabil-morning autho-bridge regis-candle certif-forest devi-letter elec-orange signa-kitchen publi-summer secre-violin trans-pepper negli-island; do
        echo "whoever ${broken%-*}- ${broken#*-} without right"
    done
    echo '</p></content></section></body></act></akomaNtoso>'
} > act.xml
lacuna show act.xml > /dev/null
