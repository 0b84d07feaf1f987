"""One case: its checklist, its facts, its details and its notes."""
