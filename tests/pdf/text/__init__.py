"""Tests of fonts, shaping and line breaking."""
