"""Who did what, when, and the way back."""
