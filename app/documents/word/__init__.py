"""The Word writer: block tree and house style in, bytes out."""

from app.documents.word.writer import write as write
