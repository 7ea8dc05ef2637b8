"""The rules of the ledger: what an entry says, what follows from it, what may be asked of it.

Plain Python: where entries are kept is fulfilled from outside, through the Protocols named here.
"""
