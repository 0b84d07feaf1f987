"""Widgets that know nothing of cases."""
