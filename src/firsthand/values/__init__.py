"""Frozen values that every room shares; no rules, no input or output, no imports from other rooms.

What may live here: dataclasses, enums, the error tree, and their one spelling as JSON.
"""
