"""The only room that reaches a network, and only for addresses the user named.

What may live here: fulfilments of Protocols that other rooms declare, over sockets.
"""
