"""Clocks have no events of their own: one starts or stops because something happened to the file it runs for."""
