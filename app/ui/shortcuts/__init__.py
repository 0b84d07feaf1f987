"""The list of keys, made from the actions themselves."""
