"""Facts in, documents out: the only package that knows OOXML and Jinja2."""
