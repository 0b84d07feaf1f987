"""The printed page: from one finished value to bytes."""
