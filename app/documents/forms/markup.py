"""The names of Word's elements, and the signs by which a form's fields are known while under way.

The signs are characters that stand in no text: none comes in with a form, and none goes out.
"""

import re

from app.documents.word.namespaces import W


def w(name: str) -> str:
    """Return the full name of one of Word's elements or attributes."""
    return f"{{{W}}}{name}"


PARAGRAPH, RUN, TEXT = w("p"), w("r"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
TEXT_BOX = w("txbxContent")
DELETED_TEXT = w("delText")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

GAP_OPENS, GAP_CLOSES = "\ufdd0", "\ufdd1"
FIELD_OPENS, FIELD_CLOSES = "\ufdd5", "\ufdd6"
BRACE_OPENS, BRACE_CLOSES = "\ufdd7", "\ufdd8"
NUMBER = "\ufdd9"
STRANGE = re.compile("[\ufdd0-\ufdef]")
"""What must not come in with a form."""
