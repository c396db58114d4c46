"""Files of other programs whose words stand between marks: subtitles, notebooks, mail."""
