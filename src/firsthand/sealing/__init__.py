"""Crypto that every place shares: content sealed under keys of its own, keys under a passphrase.

What may live here: thin rules around audited libraries. No storage, no network, no other room.
"""
