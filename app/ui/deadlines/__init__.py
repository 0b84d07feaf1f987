"""The page of deadlines: agenda, month, and papers that run out."""
