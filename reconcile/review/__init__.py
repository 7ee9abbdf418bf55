"""The terminal review session: a fact-checker works through what a run has flagged.

``queue`` orders and filters the relations, ``passages`` cuts and marks the quotes, ``session``
is the state (position, decisions, undo) without a terminal; ``app`` and ``screens`` show it.
"""
