"""Pages for paper as PDF, by WeasyPrint: tagged for assistive technology (PDF/UA-1), and the same bytes each time.

This layer alone starts processes. WeasyPrint is imported in these only, so that a build without PDF never waits for it
and the build's own environment stays as it is.
"""
