"""A picture is known by its size and kind, and what Word would not show is refused in words."""

import pytest

from app.documents.pictures import LARGEST_FILE, LARGEST_SIDE, PictureUnusable, read_picture
from tests.documents.letter_builders import SVG, a_jpeg, a_png


@pytest.mark.parametrize(
    ("content", "media_type"), [(a_png(), "image/png"), (a_jpeg(), "image/jpeg")]
)
def test_a_picture_is_known_by_its_size_and_kind(content, media_type):
    picture = read_picture(content, words="Ministry")
    assert (picture.media_type, picture.width, picture.height) == (media_type, 300, 200)
    assert (picture.content, picture.words) == (content, "Ministry")


REFUSED = {
    "a drawing": (SVG, "SVG"),
    "a drawing with no head": (SVG.partition(b"?>")[2], "SVG"),
    "a drawing with a mark before it": (b"\xef\xbb\xbf" + SVG, "SVG"),
    "nothing": (b"", "no PNG or JPEG"),
    "a text": (b"Ministry of Environment", "no PNG or JPEG"),
    "a GIF": (b"GIF89a\x01\x00\x01\x00", "no PNG or JPEG"),
    "some other XML": (b"<?xml version='1.0'?><note/>", "no PNG or JPEG"),
    "a PNG that ends early": (a_png()[:-20], "damaged"),
    "a PNG with a byte changed": (a_png().replace(b"IDAT\x78", b"IDAT\x79"), "damaged"),
    "a PNG that is all head": (a_png()[:8], "damaged"),
    "a PNG without a picture in it": (a_png()[:33], "damaged"),
    "a JPEG that ends early": (a_jpeg()[:-2], "damaged"),
    "a JPEG without a frame": (b"\xff\xd8\xff\xda\x00\x08\xff\xd9", "damaged"),
    "a JPEG of nothing known": (b"\xff\xd8\xff\xe0\x00\x04ab\x00\x00\xff\xd9", "damaged"),
    "a picture of no height": (a_png(1, 0), "1 × 0 dots"),
    "a picture that is too broad": (a_png(LARGEST_SIDE + 1, 1), f"{LARGEST_SIDE + 1} × 1 dots"),
    "a file that is too large": (a_png() + b"\x00" * LARGEST_FILE, "2 MB is the most"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_word_would_not_show_is_refused_in_words(name):
    content, told = REFUSED[name]
    with pytest.raises(PictureUnusable, match=told) as refused:
        read_picture(content)
    assert refused.value.field == "logo"
    assert refused.value.remedy


@pytest.mark.parametrize("length", range(0, 60, 3))
@pytest.mark.parametrize("whole", [a_png(2, 2), a_jpeg()])
def test_a_file_cut_off_anywhere_is_refused_and_never_breaks_us(whole, length):
    with pytest.raises(PictureUnusable):
        read_picture(whole[:length] if length < len(whole) else b"")
