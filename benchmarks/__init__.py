"""Figures of quality and speed: ``python -m benchmarks`` or one module of it.

They read the evaluation data beside the project where it is present, and say so when it is not.
"""
