lacuna check no-such-folder --against uncc
