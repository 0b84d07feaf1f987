"""One module per document: a finished value in, a document tree out."""
