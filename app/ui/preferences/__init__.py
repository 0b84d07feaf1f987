"""What the firm and this user have chosen."""
