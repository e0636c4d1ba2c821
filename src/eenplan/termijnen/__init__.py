"""The clocks of a file: which term runs, until which day, and why that day."""
