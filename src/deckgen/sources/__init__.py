"""From files on disk to the bank: read everything, keep what could be read, report the rest."""
