"""Which handler gets which update; start, menus, trouble, stop."""
