"""The only room that reaches a network, and only for addresses the user named."""
