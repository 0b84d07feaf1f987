"""Ctrl+K: type to go to a person, a case, a page or a setting, or to do something."""
