"""Enquiries: calls before there is a case, and whether they are in conflict with anybody."""
