"""The terminal review session: a fact-checker works through what a run has flagged.

Without a terminal: ``queue`` orders and filters the relations, ``walk`` is the way through them,
``session`` adds decisions, undo and redo, ``passages`` cuts and marks the quotes, ``proposals``
lists what may be changed of clusters and names. On the terminal: ``app`` and ``screen`` (with
``prompting``, ``changing`` and ``dialogs``), ``content`` and ``status`` for what they show,
``keys`` for the one table of keys, ``lettering`` for terminals that are no UTF-8.
"""
