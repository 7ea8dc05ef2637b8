"""The training run that reproduces the shipped model; not part of the installed package."""
