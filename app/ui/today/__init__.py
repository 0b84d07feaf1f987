"""The first page: what a day asks."""
