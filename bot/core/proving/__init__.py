"""The only maker of quotes: words, place, revision and whole sentences agree, or nothing."""
