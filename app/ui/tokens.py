"""The design tokens: everything that is seen derives from these tables, in light and in dark."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "window": "#F4F5F7",
    "sidebar": "#EBEDF1",
    "pane": "#F9FAFB",
    "surface": "#FFFFFF",
    "raised": "#FFFFFF",
    "sunken": "#EDF0F4",
    "border": "#E2E5EA",
    "border2": "#CDD2DA",
    "field": "#868F9C",
    "text": "#161A21",
    "text2": "#48515F",
    "text3": "#616B7A",
    "accent": "#1D5BB8",
    "accent_hover": "#184D9E",
    "accent_soft": "#E6EEFB",
    "on_accent": "#FFFFFF",
    "selection": "#DBE7FA",
    "hover": "#E3E6EB",
    "ok": "#13703F",
    "ok_soft": "#E2F3E9",
    "warn": "#8A5300",
    "warn_soft": "#FDF0DA",
    "bad": "#B0241C",
    "bad_soft": "#FBE7E5",
    "info": "#1D5BB8",
    "info_soft": "#E6EEFB",
    "violet": "#5A44B0",
    "violet_soft": "#EEEBFA",
    "neutral": "#48515F",
    "neutral_soft": "#EBEDF1",
    "party_a": "#A8432D",
    "party_a_soft": "#F9E9E4",
    "party_b": "#2A5AA8",
    "party_b_soft": "#E5EDF9",
    "focus": "#1D5BB8",
    "inserted": "#0B6536",
    "inserted_soft": "#DFF3E6",
    "removed": "#A51F18",
    "removed_soft": "#FBE3E1",
    "page": "#FFFFFF",
    "canvas": "#E4E7EC",
}

DARK: Mapping[str, str] = {
    "window": "#15171C",
    "sidebar": "#101217",
    "pane": "#181B20",
    "surface": "#1C1F26",
    "raised": "#20242C",
    "sunken": "#15181D",
    "border": "#2B303A",
    "border2": "#3D4451",
    "field": "#6B7483",
    "text": "#E9EBEF",
    "text2": "#B4BBC7",
    "text3": "#8E97A6",
    "accent": "#7FB2FF",
    "accent_hover": "#9BC3FF",
    "accent_soft": "#1D2D49",
    "on_accent": "#0A1B33",
    "selection": "#23375A",
    "hover": "#252A33",
    "ok": "#6FD39B",
    "ok_soft": "#17322A",
    "warn": "#F0B75C",
    "warn_soft": "#3A2C14",
    "bad": "#FF938A",
    "bad_soft": "#3D1F1E",
    "info": "#7FB2FF",
    "info_soft": "#1D2D49",
    "violet": "#B8A9FF",
    "violet_soft": "#2A2548",
    "neutral": "#B4BBC7",
    "neutral_soft": "#2A2F38",
    "party_a": "#F0987F",
    "party_a_soft": "#3A241E",
    "party_b": "#86B4F7",
    "party_b_soft": "#1E2C44",
    "focus": "#7FB2FF",
    "inserted": "#7FDDA8",
    "inserted_soft": "#173526",
    "removed": "#FF9C94",
    "removed_soft": "#432221",
    "page": "#F4F2EC",
    "canvas": "#101216",
}

# Pixels at 96 dpi and weight; the user's text scale multiplies the pixels.
TYPE: Mapping[str, tuple[int, int]] = {
    "display": (24, 600),
    "h1": (20, 600),
    "h2": (15, 600),
    "h3": (13, 600),
    "body": (13, 400),
    "medium": (13, 500),
    "small": (12, 400),
    "micro": (11, 500),
    "chip": (11, 600),
}

SPACE: Mapping[str, int] = {"xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24, "xxl": 32}

# Which text stands on which ground; every pair is at least 4.5 : 1 in both tables.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("text", ground) for ground in ("surface", "window", "sidebar", "pane", "selection")),
    *(("text2", ground) for ground in ("surface", "window", "sidebar", "pane", "selection")),
    *(("text3", ground) for ground in ("surface", "window", "sidebar", "pane")),
    *(("accent", ground) for ground in ("surface", "accent_soft", "selection")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((f"text{rank}", "sunken") for rank in ("", "2")),
    *((hue, f"{hue}_soft") for hue in ("ok", "warn", "bad", "info", "violet", "neutral")),
    *((hue, f"{hue}_soft") for hue in ("party_a", "party_b", "inserted", "removed")),
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#RRGGBB`` colours, as WCAG 2 computes it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
