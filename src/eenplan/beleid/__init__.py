"""Policy as data: the toegangsmodel of a municipality, read from YAML. Knows no database."""
