"""The page that takes in spreadsheets."""
