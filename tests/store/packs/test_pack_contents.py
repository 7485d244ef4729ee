"""What may leave the office in a pack is decided for every table, and nothing else is in one."""

from app.domain.tables import METADATA
from app.store.packs.contents import FOLLOWED, KEPT_BACK, PACKED


def test_every_table_is_decided_on_and_none_twice() -> None:
    assert set(PACKED) | KEPT_BACK == set(METADATA.tables)
    assert not set(PACKED) & KEPT_BACK
    assert set(FOLLOWED) <= set(PACKED)


def test_what_is_left_empty_is_there_to_be_left_empty() -> None:
    for name, columns in PACKED.items():
        assert columns <= set(METADATA.tables[name].columns.keys()), name


def test_no_note_of_the_office_is_packed() -> None:
    for name, columns in PACKED.items():
        notes = {each.name for each in METADATA.tables[name].columns if each.name.endswith("note")}
        assert notes <= columns, name
