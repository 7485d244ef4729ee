"""The workspace file: the only package that runs SQL, so that a promise about it is kept once."""
