"""Pictures of a case: static SVG and tables inside the page, without scripts.

networkx lays graphs out, lxml writes the SVG and escapes what it is given. Colours, fonts and
line widths are those of the page's style sheet, by class, so that a picture follows the reader's
theme; nothing is told by colour alone. The same records give the same bytes.
"""
