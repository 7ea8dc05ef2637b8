"""The rules of the ledger: what may be written, by whom, chained how, and what it comes to.

What may live here: entry contents, the chain, roles, checks, what is derived from entries, and the
Protocols that ``store`` fulfils. Plain Python: no database, no sockets.
"""
