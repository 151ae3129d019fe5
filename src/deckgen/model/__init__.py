"""The bank as frozen values that know nothing of YAML, HTML, Anki, the clock or the disk."""
