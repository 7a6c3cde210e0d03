printf '<?xml version="1.0" encoding="ISO-8859-1"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body><section eId="sec_1"><num>1.</num><content><p>caf\351</p></content></section></body></act></akomaNtoso>' > act.xml
lacuna show act.xml
