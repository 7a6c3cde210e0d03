printf '\177ELF\001\000\000\377\376' > act.xml
lacuna show act.xml
