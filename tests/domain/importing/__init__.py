"""Tests of rows as persons and cases."""
