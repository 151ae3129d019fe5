"""Run the command line as `python -m deckgen`."""

from deckgen.cli import main

main()
