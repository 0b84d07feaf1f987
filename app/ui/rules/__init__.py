"""The page of rules: what to ask of posts, what ends or is old, the packs, and the firm's own rules."""
