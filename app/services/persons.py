"""Verbs for persons: enter one, add a post, add another spelling of the name."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.names import in_language
from app.domain.person import Person, PersonName, Post
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace


@dataclass(frozen=True)
class PersonRow:
    """A person in a list: the name as printed, other spellings, and the posts known."""

    id: UUID
    name: str
    spellings: tuple[str, ...]
    posts: tuple[str, ...]


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[PersonRow, ...]:
    """Return all persons by the name as printed."""
    with workspace.read() as reader:
        rows = [
            PersonRow(
                id=person.id,
                name=person.printed_name,
                spellings=tuple(name.text for name in reader.find(PersonName, person_id=person.id)),
                posts=tuple(
                    in_language(post.titles, language)
                    for post in sorted(
                        reader.find(Post, person_id=person.id), key=lambda post: post.ordinal
                    )
                ),
            )
            for person in reader.find(Person)
        ]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def register(workspace: Workspace, draft: Person) -> ChangeSet:
    """Enter a person under the name as printed; name parts only where somebody knows them."""
    with workspace.write("Register person") as work:
        person = draft.copied()
        person.sort_key = person.sort_key or person.printed_name.casefold()
        work.add(person)
        return work.commit(subject=person.id)


def add_post(workspace: Workspace, draft: Post) -> ChangeSet:
    """Enter a post of a person; several may be held at once."""
    with workspace.write("Add post") as work:
        work.get(Person, draft.person_id)
        post = draft.copied()
        post.ordinal = len(work.find(Post, person_id=draft.person_id)) + 1
        work.add(post)
        return work.commit(subject=post.id)


def add_name(workspace: Workspace, draft: PersonName) -> ChangeSet:
    """Enter another spelling of a person's name."""
    with workspace.write("Add name of person") as work:
        work.get(Person, draft.person_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)
