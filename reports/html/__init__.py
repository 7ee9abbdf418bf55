"""The report as one HTML file that opens from disk and asks nothing of a network.

Jinja2 escapes whatever comes from a record. The text of articles is not in the markup at all
but in a block of JSON lines, of which the script parses the one of an article when it is opened
and puts it into the page as text nodes only. A content security policy allows the file's own
script and style, by hash, and nothing else.
"""

from reports.html.rendering import render

__all__ = ["render"]
