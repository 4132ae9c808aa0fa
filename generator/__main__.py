"""`python -m generator` does what `casebook` does."""

from generator.cli import main

main()
