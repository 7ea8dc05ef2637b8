"""Echoes, independence, and findings with their three lines."""
