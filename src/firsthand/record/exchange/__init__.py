"""A case's content in other tools' forms, and other tools' content as entries.

What may live here: values in, values or text out, one file a form. No tables, no files on disk.
"""
