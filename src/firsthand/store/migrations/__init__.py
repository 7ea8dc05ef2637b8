"""How the tables came to their form, step by step. What may live here: Django migrations."""
