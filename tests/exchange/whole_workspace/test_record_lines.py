import pytest

from app.exchange.whole_workspace.lines import DEEPEST, Unreadable, read_object, write_line


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('{"code":"x","code":"x"}', "twice"),
        ('{"a":{"b":1,"b":1}}', "twice"),
        ('{"x":NaN}', "NaN"),
        ('{"x":-Infinity}', "Infinity"),
        ('{"x":1e999}', "too large"),
        ('{"x":' + "9" * 19 + "}", "too large"),
        ('{"x":-' + "9" * 5000 + "}", "too large"),
        ('{"x":' + "[" * 200 + "]" * 200 + "}", "nested"),
        ('{"x":' + '{"a":' * 200 + "1" + "}" * 200 + "}", "nested"),
        ('{"x":' + "[" * 100_000 + "]" * 100_000 + "}", "nested"),
        ('{"x":"\\ud800"}', "half of a character"),
        ('{"\\ud800":1}', "half of a character"),
        ('{"x":"\\udc00\\ud800"}', "half of a character"),
        ("{nonsense}", "JSON"),
        ('{"x":1} 2', "JSON"),
        ('{"x":01}', "JSON"),
        ("{'x':1}", "JSON"),
        ('{"x":"a\tb"}', "JSON"),
        ("\ufeff{}", "JSON"),
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "object"),
        ("1", "object"),
        ("null", "object"),
        ('"text"', "object"),
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(raw, told):
    with pytest.raises(Unreadable, match=told):
        read_object(raw.encode())


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "euc-jp", "cp932"])
def test_another_encoding_is_refused(encoding):
    with pytest.raises(Unreadable, match="UTF-8"):
        read_object('{"x":"會議"}'.encode(encoding))


def test_what_lies_as_deep_as_allowed_is_read():
    raw = '{"x":' + "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2) + "}"

    assert "x" in read_object(raw.encode())


def test_brackets_in_a_text_are_no_depth():
    assert read_object(b'{"x":"' + b"[{" * 500 + b'"}') == {"x": "[{" * 500}


def test_a_line_has_its_fields_in_order_and_keeps_the_order_within_them():
    line = write_line(
        {"titles": {"ko": "회의", "en": "a\nb"}, "code": "x", "at": None, "n": -(2**63)}
    )

    expected = (
        '{"at":null,"code":"x","n":-9223372036854775808,"titles":{"ko":"회의","en":"a\\nb"}}\n'
    )
    assert line == expected.encode()
    assert list(read_object(line)["titles"]) == ["ko", "en"]


def test_a_number_that_is_none_is_never_written():
    with pytest.raises(ValueError, match="JSON"):
        write_line({"x": float("nan")})
