"""Scores claims against case files: folders of sources with their gold beside them."""
