"""The board: open cases in columns by stage."""
