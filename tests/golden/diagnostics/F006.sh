mkfifo act.xml
lacuna show act.xml
