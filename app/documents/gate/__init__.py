"""The gate that every Word file from outside passes before anything else reads it.

What cannot be a plain Word file is refused with a sentence; what in it could act on its own, or
reach out for something else, is taken out and told.
"""

from app.documents.gate.hazards import Hazard, Removed
from app.documents.gate.refusals import Refusal, WordFileRefused
from app.documents.gate.stripping import let_in
from app.documents.gate.word_file import WordFile

__all__ = ["Hazard", "Refusal", "Removed", "WordFile", "WordFileRefused", "let_in"]
