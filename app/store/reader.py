"""Reads from the workspace: records by key or by value, and the rows that screens show."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from app.domain.checked import kind_of
from app.domain.errors import NotFound
from app.store.faults import UnreadableValue, translated

Model = TypeVar("Model", bound=SQLModel)


class Reader:
    """One consistent view of the workspace, for as short as possible.

    Everything is fetched before it is handed over: a reading that is left half-way keeps others
    from writing.
    """

    def __init__(self, session: Session, path: Path, *, owns_session: bool = True) -> None:
        self._session = session
        self._path = path
        self._owns_session = owns_session

    @classmethod
    def of(cls, engine: Engine, path: Path) -> "Reader":
        """Begin a reading of its own."""
        return Reader(Session(engine, expire_on_commit=False), path)

    def view(self) -> "Reader":
        """Return a reader inside this one's transaction, which sees what that has written."""
        return Reader(self._session, self._path, owns_session=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._owns_session:
            self._session.close()

    @property
    def is_within_work(self) -> bool:
        """Whether it sees what a unit of work has written and not saved yet."""
        return not self._owns_session

    def get(self, model: type[Model], key: Any) -> Model:
        """Return the record with the primary key ``key``.

        Raises:
            NotFound: if there is none.
        """
        with self._fetching():
            found = self._session.get(model, key)
        if found is None:
            raise NotFound(kind_of(model), key)
        return found

    def find(self, model: type[Model], **equals: Any) -> list[Model]:
        """Return the records whose fields equal the given values, in the order of their keys."""
        statement = select(model).filter_by(**equals).order_by(*inspect(model).primary_key)
        with self._fetching():
            return list(self._session.scalars(statement))

    def first(self, model: type[Model], **equals: Any) -> Model | None:
        """Return the first record whose fields equal the given values, if there is one."""
        statement = select(model).filter_by(**equals).order_by(*inspect(model).primary_key)
        with self._fetching():
            return self._session.scalars(statement.limit(1)).first()

    def execute(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Sequence[Any]:
        """Return all the rows of a statement; for ``app.store`` alone."""
        with self._fetching():
            return self._session.execute(statement, parameters).all()

    def scalars(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Sequence[Any]:
        """Return the first column of all the rows of a statement; for ``app.store`` alone."""
        with self._fetching():
            return self._session.scalars(statement, parameters).all()

    def scalar(self, statement: Any, parameters: Mapping[str, Any] | None = None) -> Any:
        """Return the first column of the first row of a statement; for ``app.store`` alone."""
        with self._fetching():
            return self._session.scalar(statement, parameters)

    def connection(self) -> Connection:
        """Return the connection inside this view's transaction; for ``app.store`` alone."""
        with translated(self._path):
            return self._session.connection()

    @contextmanager
    def _fetching(self) -> Iterator[None]:
        """Translate what goes wrong; a value that is no UUID, date or word of ours is damage.

        Where something waits to be written, the same errors may be ours and are left as they are.
        """
        session = self._session
        is_waiting = bool(session.new or session.dirty or session.deleted)
        with translated(self._path):
            try:
                yield
            except (ValueError, LookupError) as error:
                if is_waiting:
                    raise
                raise UnreadableValue(self._path) from error
