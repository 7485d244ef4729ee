"""The preview: block tree in, a white page for the window out."""

from app.documents.preview.sheet import PAGE_HEIGHT as PAGE_HEIGHT
from app.documents.preview.sheet import PAGE_MARGIN as PAGE_MARGIN
from app.documents.preview.sheet import PAGE_WIDTH as PAGE_WIDTH
from app.documents.preview.sheet import TAB_STOP as TAB_STOP
from app.documents.preview.writer import html as html
from app.documents.preview.writer import page_width as page_width
from app.documents.preview.writer import watermark as watermark
