"""Values in, HTML and SVG out: the report, the echo tree, marked text, tables of figures."""
