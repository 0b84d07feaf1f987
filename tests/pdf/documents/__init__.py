"""Tests of the documents, each from one finished value."""
