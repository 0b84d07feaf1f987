"""The page that hands cases over."""
