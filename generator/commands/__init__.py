"""What each sub-command does; `cli` declares them."""
