"""The casebook: storage, change records, search, backup."""
