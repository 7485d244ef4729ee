"""Show and ask: the only rooms that know Qt."""
