"""Verbs for persons: enter one, change one, and keep the posts and spellings known of each."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.errors import Conflict, Mistake
from app.domain.party import NameKind
from app.domain.person import Person, PersonName, Post
from app.store.change_set import ChangeSet
from app.store.queries import persons as queries
from app.store.queries.persons import AttendedRow, PersonDetail, PersonRow, PostRow, SpellingRow
from app.store.queries.posts import KnownPost, list_known_posts
from app.store.workspace import Workspace

__all__ = [
    "AttendedRow",
    "KnownPost",
    "NameKind",
    "Person",
    "PersonDetail",
    "PersonName",
    "PersonRow",
    "Post",
    "PostRow",
    "SpellingRow",
    "add_name",
    "add_post",
    "change",
    "change_post",
    "list_all",
    "list_posts",
    "register",
    "remove",
    "remove_name",
    "remove_post",
    "show",
]

_CHANGEABLE = frozenset(
    {
        "printed_name",
        "names",
        "name_parts",
        "name_parts_verified",
        "honorific",
        "organisation_id",
        "email",
        "phone",
        "languages",
        "retain_until",
        "note",
    }
)
_CHANGEABLE_OF_POST = frozenset({"titles", "organisation_id", "party_id", "valid_from", "valid_to"})


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[PersonRow, ...]:
    """Return all persons by the name as printed."""
    with workspace.read() as reader:
        return queries.list_persons(reader, language=language)


def show(workspace: Workspace, *, person_id: UUID, language: str = "en") -> PersonDetail:
    """Return everything on a person's page: every meeting with the post printed on that day.

    Raises:
        NotFound: if there is no such person.
    """
    with workspace.read() as reader:
        return queries.show_person(reader, person_id=person_id, language=language)


def list_posts(
    workspace: Workspace, *, person_id: UUID, meeting_id: UUID | None = None
) -> tuple[KnownPost, ...]:
    """Return the posts to propose for a person, the latest first: entered, or printed before.

    Args:
        workspace: The workspace.
        person_id: Whose posts.
        meeting_id: The meeting for which one is wanted; posts that had ended by then do not count.
    """
    with workspace.read() as reader:
        reader.get(Person, person_id)
        day = queries.day_of_meeting(reader, meeting_id=meeting_id) if meeting_id else None
        return list_known_posts(reader, person_ids=[person_id], day=day).get(person_id, ())


def register(workspace: Workspace, draft: Person) -> ChangeSet:
    """Enter a person under the name as printed; name parts only where somebody knows them."""
    with workspace.write("Register person") as work:
        person = draft.copied()
        person.sort_key = person.sort_key or person.printed_name.casefold()
        work.add(person)
        return work.commit(subject=person.id)


def change(
    workspace: Workspace, *, person_id: UUID, row_version: int, values: Mapping[str, Any]
) -> ChangeSet:
    """Change what is known of a person; what was printed at past meetings stays as it was.

    Raises:
        Conflict: if it was changed elsewhere since it was read.
        InvalidValue: if a value does not fit.
    """
    _require_known(values, _CHANGEABLE, "person")
    with workspace.write("Edit person") as work:
        person = work.get(Person, person_id)
        if person.row_version != row_version:
            raise Conflict("person", person_id)
        was_sorted_by_name = person.sort_key == person.printed_name.casefold()
        for name, value in values.items():
            setattr(person, name, value)
        if was_sorted_by_name:
            person.sort_key = person.printed_name.casefold()
        return work.commit(subject=person_id)


def remove(workspace: Workspace, *, person_id: UUID) -> ChangeSet:
    """Take out a person who is on record for nothing.

    Raises:
        StillInUse: if the person sat in a delegation, signed, or is referred to otherwise.
    """
    with workspace.write("Remove person") as work:
        work.delete(work.get(Person, person_id))
        return work.commit(subject=person_id)


def add_post(workspace: Workspace, draft: Post) -> ChangeSet:
    """Enter a post of a person; several may be held at once."""
    with workspace.write("Add post") as work:
        work.get(Person, draft.person_id)
        post = draft.copied()
        taken = [other.ordinal for other in work.find(Post, person_id=draft.person_id)]
        post.ordinal = max(taken, default=0) + 1
        work.add(post)
        return work.commit(subject=post.id)


def change_post(
    workspace: Workspace, *, post_id: UUID, row_version: int, values: Mapping[str, Any]
) -> ChangeSet:
    """Change a post of a person, such as the day on which it ended.

    Raises:
        Conflict: if it was changed elsewhere since it was read.
        InvalidValue: if a value does not fit.
    """
    _require_known(values, _CHANGEABLE_OF_POST, "post")
    with workspace.write("Edit post") as work:
        post = work.get(Post, post_id)
        if post.row_version != row_version:
            raise Conflict("post", post_id)
        for name, value in values.items():
            setattr(post, name, value)
        return work.commit(subject=post_id)


def remove_post(workspace: Workspace, *, post_id: UUID) -> ChangeSet:
    """Take out a post that was entered by mistake; one that ended gets its last day instead."""
    with workspace.write("Remove post") as work:
        work.delete(work.get(Post, post_id))
        return work.commit(subject=post_id)


def add_name(workspace: Workspace, draft: PersonName) -> ChangeSet:
    """Enter another spelling of a person's name."""
    with workspace.write("Add name of person") as work:
        work.get(Person, draft.person_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)


def remove_name(workspace: Workspace, *, name_id: UUID) -> ChangeSet:
    """Take out a spelling of a person's name that was entered by mistake."""
    with workspace.write("Remove name of person") as work:
        work.delete(work.get(PersonName, name_id))
        return work.commit(subject=name_id)


def _require_known(values: Mapping[str, Any], known: frozenset[str], kind: str) -> None:
    if unknown := values.keys() - known:
        raise Mistake(f"A {kind} has no field to change called {', '.join(sorted(unknown))}.")
