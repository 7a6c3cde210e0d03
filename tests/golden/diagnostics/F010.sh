lacuna rules new letters -o no-such-folder/letters.lac
