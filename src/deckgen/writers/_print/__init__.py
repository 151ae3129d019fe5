"""What the writers of pages share."""
