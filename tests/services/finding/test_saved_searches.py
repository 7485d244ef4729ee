import pytest

from app.domain.errors import InvalidValue, RuleBroken
from app.services.finding import kept
from tests.builders import key_of


def names(workspace):
    return [(row.name, row.line) for row in kept.list_all(workspace)]


def test_a_search_is_kept_renamed_replaced_and_let_go(workspace):
    late = key_of(kept.save(workspace, name=" Late ", line="status:late"))
    kept.save(workspace, name="Korea", line="party:KR")
    kept.save(workspace, name="Late", line="status:late party:KR")
    assert names(workspace) == [("Late", "status:late party:KR"), ("Korea", "party:KR")]
    kept.rename(workspace, search_id=late, name="Ours")
    with pytest.raises(RuleBroken, match="already a saved search"):
        kept.rename(workspace, search_id=late, name="Korea")
    kept.remove(workspace, search_id=late)
    assert names(workspace) == [("Korea", "party:KR")]


@pytest.mark.parametrize(
    ("name", "line", "field"),
    [("", "x", "name"), ("A", "  ", "line"), ("A", "-x", "line"), ("A", "x" * 999, "line")],
)
def test_what_finds_nothing_by_itself_is_not_kept(workspace, name, line, field):
    with pytest.raises(InvalidValue) as caught:
        kept.save(workspace, name=name, line=line)
    assert caught.value.field == field
    assert names(workspace) == []
