"""The preparation of a meeting: what is due when, whose task it is, and what is done."""
