"""Text on paper: fonts, fallback, shaping and line breaking."""
