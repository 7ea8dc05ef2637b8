"""Bytes become sources: readers by media type, custody, and the way back from text to bytes.

What may live here: readers, what lies around them (listing, bodies, layout, language, dates), and
the Protocols through which others hand bytes in. Nothing here opens a socket.
"""
