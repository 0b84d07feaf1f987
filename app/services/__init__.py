"""Use cases: a module of functions per noun; the session comes first and is never committed here."""
