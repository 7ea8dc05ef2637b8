"""What entries hold: one frozen dataclass a kind, named after what happened.

What may live here: contents and the table of their kinds. No rules about who may write them.
"""
