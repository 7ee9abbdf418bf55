"""The records everybody speaks in, and the extraction of claims from articles.

Imports only from ``corpus``.
"""
