from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import SQLModel

from app.domain.checked import Checked, kind_of
from app.domain.names import Names
from app.domain.tables import METADATA
from app.store.searchable import SEARCHABLE, Searchable

HAVE_AN_INDEX_OF_THEIR_OWN = {"provision_text"}


def tables_below(base: type[SQLModel]) -> Iterator[type[SQLModel]]:
    for model in base.__subclasses__():
        if hasattr(model, "__table__"):
            yield model
        yield from tables_below(model)


MODELS = [model for model in tables_below(Checked) if kind_of(model) in METADATA.tables]


@pytest.mark.parametrize("searchable", SEARCHABLE.values(), ids=lambda kind: kind.entity)
def test_the_fields_of_a_searchable_kind_exist_and_hold_words(searchable: Searchable) -> None:
    fields = searchable.model.model_fields
    assert searchable.titles or searchable.texts
    for name in (*searchable.titles, *searchable.texts):
        assert fields[name].annotation in (str, str | None, Names), name
    table: Any = searchable.model.__table__
    assert not searchable.owner or table.c[searchable.owner].foreign_keys


@pytest.mark.parametrize("model", MODELS, ids=kind_of)
def test_every_text_in_several_languages_is_found_by_search(model: type[SQLModel]) -> None:
    texts = {name for name, field in model.model_fields.items() if field.annotation == Names}
    searchable = SEARCHABLE.get(kind_of(model))
    found = {*searchable.titles, *searchable.texts} if searchable else set()
    assert texts - found == set()


@pytest.mark.parametrize("model", MODELS, ids=kind_of)
def test_every_note_of_a_searchable_record_is_found(model: type[SQLModel]) -> None:
    searchable = SEARCHABLE.get(kind_of(model))
    notes = {name for name in ("note", "provenance_note") if name in model.model_fields}
    found = set(searchable.texts) if searchable else notes
    assert notes - found == set()
