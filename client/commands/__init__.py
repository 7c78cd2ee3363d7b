"""The commands of `streamflow`: each module adds its words to the parser and does them on a session."""
