"""Charts as data: a stored table document and a language in, an ECharts option (plain JSON) or an SVG out.

The same functions serve the public pages (drawn in the browser) and the annual report (drawn on the server).
Only the ``released`` side of a cell is ever read. There is no clock, no database and no JavaScript function here.
"""
