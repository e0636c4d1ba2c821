"""Work has no events of its own: a line changes because something happened to the file it is about."""
