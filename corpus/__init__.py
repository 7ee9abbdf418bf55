"""Articles in: readers by format, metadata and how it is known, sentences with offsets.

This package is the leftmost of the four (``corpus <- claims <- reports <- reconcile``): it
imports none of the others.
"""
