"""Changes are tried on a text kept as plain lists: what they lead to must be the second text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.rules import ProvisionKind
from app.texts.carrying_over import carry_identities
from app.texts.provision_changes import changes_between
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft, walk

Flat = dict[str, tuple[str | None, str, str]]


def art(eid: str, text: str = "", *children: ProvisionDraft, label: str = "") -> ProvisionDraft:
    return ProvisionDraft(
        eid, ProvisionKind.ARTICLE, label, texts={"en": text} if text else {}, children=children
    )


class Made:
    """A text to which changes are applied."""

    def __init__(self, provisions: tuple[ProvisionDraft, ...]) -> None:
        self.below: dict[str | None, list[str]] = {None: []}
        self.says: dict[str, tuple[str, str]] = {}
        for provision, parent, _ in walk(provisions):
            self.below.setdefault(parent, []).append(provision.eid)
            self.says[provision.eid] = (provision.label, provision.texts.get("en", ""))

    def apply(self, change: ProvisionChange) -> None:
        if change.kind is ChangeKind.REPEAL:
            self._take_out(change.eid)
            self._forget(change.eid)
        if change.kind is ChangeKind.MOVE:
            self._take_out(change.eid)
            self._put(change)
        if change.kind is ChangeKind.INSERT:
            assert change.provision is not None
            assert change.eid not in self.says
            self._put(change)
            draft = change.provision
            self.says[change.eid] = (draft.label, draft.texts.get("en", ""))
        if change.kind is not ChangeKind.REPEAL:
            label, text = self.says[change.eid]
            self.says[change.eid] = (
                label if change.label is None else change.label,
                change.texts.get("en", text),
            )

    def _put(self, change: ProvisionChange) -> None:
        parent = self._above(change.after) if change.after else change.parent
        assert parent is None or parent in self.says
        siblings = self.below.setdefault(parent, [])
        siblings.insert(siblings.index(change.after) + 1 if change.after else 0, change.eid)

    def _above(self, eid: str) -> str | None:
        return next(parent for parent, below in self.below.items() if eid in below)

    def _take_out(self, eid: str) -> None:
        self.below[self._above(eid)].remove(eid)

    def _forget(self, eid: str) -> None:
        for child in self.below.pop(eid, []):
            self._forget(child)
        del self.says[eid]

    def flat(self, parent: str | None = None) -> list[tuple[str | None, str, str, str]]:
        told = []
        for eid in self.below.get(parent, []):
            told.append((parent, eid, *self.says[eid]))
            told += self.flat(eid)
        return told


def led_to(
    before: tuple[ProvisionDraft, ...], after: tuple[ProvisionDraft, ...]
) -> list[tuple[str | None, str, str, str]]:
    made = Made(before)
    for change in changes_between(before, after):
        made.apply(change)
    return made.flat()


def kinds(before, after) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.eid) for change in changes_between(before, after)]


def test_equal_texts_need_no_change():
    text = (art("a", "One.", art("a1", "Below.")), art("b", "Two."))
    assert kinds(text, text) == []


def test_a_rewritten_provision_is_replaced_and_a_renumbered_one_only_renumbered():
    before = (art("a", "One.", label="1."), art("b", "Two.", label="2."))
    after = (art("a", "One!", label="1."), art("b", "Two.", label="3."))
    assert kinds(before, after) == [(ChangeKind.REPLACE, "a"), (ChangeKind.RENUMBER, "b")]


def test_an_inserted_provision_does_not_move_those_after_it():
    before = (art("a", "One."), art("b", "Two."))
    after = (art("a", "One."), art("new", "Between."), art("b", "Two."))
    assert kinds(before, after) == [(ChangeKind.INSERT, "new")]


def test_of_two_that_change_places_the_lighter_moves():
    before = (art("long", "A text of many words."), art("short", "Two."))
    assert kinds(before, before[::-1]) == [(ChangeKind.MOVE, "short")]


def test_what_stood_below_a_repealed_provision_and_is_kept_moves_out_first():
    before = (art("a", "One.", art("a1", "Kept.")), art("b", "Two."))
    after = (art("b", "Two.", art("a1", "Kept.")),)
    assert kinds(before, after) == [(ChangeKind.MOVE, "a1"), (ChangeKind.REPEAL, "a")]
    assert led_to(before, after) == Made(after).flat()


def test_a_parent_can_come_below_its_own_child():
    before = (art("a", "One.", art("b", "Two.")),)
    after = (art("b", "Two.", art("a", "One.")),)
    assert led_to(before, after) == Made(after).flat()


EIDS = [f"p{number}" for number in range(9)]


@st.composite
def texts(draw: st.DrawFn) -> tuple[ProvisionDraft, ...]:
    """Return a forest of provisions with distinct identities, out of one small set of them."""
    chosen = draw(st.lists(st.sampled_from(EIDS), unique=True, max_size=9))
    drafts = {
        eid: art(eid, draw(st.sampled_from(["", "x", "y z"])), label=draw(st.sampled_from("123")))
        for eid in chosen
    }
    below: dict[str | None, list[str]] = {None: []}
    for place, eid in enumerate(chosen):
        parent = draw(st.sampled_from([None, *chosen[:place]]))
        below.setdefault(parent, []).append(eid)

    def grown(parent: str | None) -> tuple[ProvisionDraft, ...]:
        return tuple(replace(drafts[e], children=grown(e)) for e in below.get(parent, []))

    return grown(None)


@given(before=texts(), after=texts())
def test_the_changes_always_lead_to_the_second_text(before, after):
    # An emptied text counts as a language that was not given, which keeps what it says.
    kept = {p.eid: p.texts for p, _, _ in walk(before)}

    def filled(provision: ProvisionDraft) -> ProvisionDraft:
        said = provision.texts or kept.get(provision.eid, {})
        return replace(provision, texts=said, children=tuple(map(filled, provision.children)))

    assert led_to(before, after) == Made(tuple(map(filled, after))).flat()


OLD = (
    art("art_1", "These rules apply to the Committee and to its working groups.", label="1"),
    art("art_2", "The Committee meets once a year in the capital of each side in turn.", label="2"),
    art("art_3", "The chair keeps the list of participants and of papers.", label="3"),
)


def test_provisions_keep_their_identity_when_they_are_renumbered_and_reworded():
    came = (
        art("art_1", "These rules apply to the Committee and to its working groups.", label="1"),
        art("art_2", "Observers may attend where both sides agree in writing.", label="2"),
        art("art_3", "The Committee meets twice a year in the capital of each side.", label="3"),
        art("art_4", "The chair keeps the list of participants and of papers.", label="4"),
    )
    carried = carry_identities(OLD, came, language="en")
    assert [provision.eid for provision in carried] == ["art_1", "art_2.2", "art_2", "art_3"]
    assert kinds(OLD, carried) == [
        (ChangeKind.INSERT, "art_2.2"),
        (ChangeKind.REPLACE, "art_2"),
        (ChangeKind.RENUMBER, "art_3"),
    ]


def test_an_identity_that_was_ever_used_is_not_given_again():
    came = (*OLD, art("art_4", "A wholly new provision on languages.", label="4"))
    carried = carry_identities(OLD, came, language="en", taken={"art_4"})
    assert carried[-1].eid == "art_4.2"


@given(after=texts())
def test_a_text_compared_with_itself_keeps_every_identity(after):
    same = carry_identities(after, after, language="en")
    assert same == after
