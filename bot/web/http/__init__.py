"""HTTP: from a request to a sealed sheet or to JSON. The second home of tornado."""
