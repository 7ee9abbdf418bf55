"""Failures a user can mend: each is one clear line that says what to do."""

from __future__ import annotations


class ReconcileError(Exception):
    """Something failed for a reason the message gives; the command line exits with 3."""
