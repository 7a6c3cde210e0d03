mkdir laws
lacuna check laws --against uncc
