"""How a bank becomes Anki's notes, and how those become the bytes of a package."""
