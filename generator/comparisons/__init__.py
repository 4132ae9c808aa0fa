"""Tables that compare records."""
