"""The ``firsthand case`` commands, one file each.

What may live here: options, what is printed, and which part of ``store`` is called. No rules.
"""
