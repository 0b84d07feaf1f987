"""The list of cases, and opening one."""
