"""Tests of the page that takes in spreadsheets."""
