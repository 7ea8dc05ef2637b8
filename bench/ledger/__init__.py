"""How a ledger of a large case loads, verifies, searches and answers, on both databases."""
