"""Two texts read as they stand: what a small network says of them, and which words it says clash.

The comparators of ``reconcile.facts`` know what they were written for. What they do not know is
read here, in any field of news, less surely: so a reading is one sign more, and never all.
"""
