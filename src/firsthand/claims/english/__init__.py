"""English claims: attributions from rules and tagger, their speakers resolved, stance and figures.

Rules speak of English only; no person, body or place is named in any of them.
"""
