"""Text for the printed page: which font draws a character, how it is shaped, where its lines break."""
