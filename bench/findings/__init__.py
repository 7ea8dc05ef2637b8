"""Scores echoes, findings and their three lines against a case's gold, end to end and apart."""
