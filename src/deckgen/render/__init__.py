"""From authored text and templates to HTML: the only place that knows Markdown and Jinja2."""
