ln -s /proc/self/mem act.xml
lacuna show act.xml
