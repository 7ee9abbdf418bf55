"""Two bare texts: given without dates, outlets or context, and so meant to be compared.

The shorter text is laid on the longer one, word by word; comparators then find where the longer
says otherwise what the shorter says (``rivals``), and learnt weights say how surely that is a
contradiction (``weighing``).
"""
