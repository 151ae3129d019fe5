"""Foreign text on one line."""


def one_line(text: str) -> str:
    """Keep a text on its line, and its control characters from the terminal."""
    return text if text.isprintable() else "".join(map(visible, text))


def visible(character: str) -> str:
    """Return a character that prints as it is, any other as Python writes it: `\\t`, `\\u202e`."""
    return character if character.isprintable() else repr(character)[1:-1]
