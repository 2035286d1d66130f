"""What is worked out -> the questions it asked: with the same answers it would be the same again.

Whoever works something out opens a trace. Every question to the guide that is asked meanwhile is
noted in it, and what was worked out before and kept notes again what it asked then. The same
answers to the same questions, asked of a newer guide, make the same thing.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    Question: TypeAlias = tuple[str, tuple[Hashable, ...]]
    """What was asked: the name of a method, and what it was told."""

Args = ParamSpec("Args")
SelfT = TypeVar("SelfT")
ValueT = TypeVar("ValueT")

ENTRY = "entry"
"""The question for the entry of a slug."""

BODY = "body"
"""The question for what an entry says below its facts."""

NEVER_THE_SAME = "never the same"
"""The question that has another answer every time."""

_open_traces: list[set[Question] | None] = [None]
"""The trace that notes now is the last; None notes nothing."""


@contextmanager
def trace() -> Iterator[set[Question]]:
    """Note what is asked in this block, and only there."""
    asked: set[Question] = set()
    _open_traces.append(asked)
    try:
        yield asked
    finally:
        _open_traces.pop()


def _unheard(method: Callable[..., ValueT], *told: Any, **named: Any) -> ValueT:
    """Return what a method answers, and note nothing of what it asks meanwhile."""
    _open_traces.append(None)
    try:
        return method(*told, **named)
    finally:
        _open_traces.pop()


def note(name: str, *told: Any) -> None:
    """Note a question in the trace that is open, if one is; an entry is noted by its slug."""
    if (asked := _open_traces[-1]) is not None:
        asked.add((name, tuple(map(_by_slug, told))))


def _by_slug(told: Any) -> Hashable:
    # Words are most of what is told, and a site tells them a million times.
    if isinstance(told, str):
        return told
    is_entry = hasattr(told, "slug") and hasattr(told, "kind")
    return (ENTRY, told.slug) if is_entry else told


def question(
    method: Callable[Concatenate[SelfT, Args], ValueT],
) -> Callable[Concatenate[SelfT, Args], ValueT]:
    """Make a method or a function a question: who asks it depends on its answer, and no more."""
    name = _name_of(method)

    @wraps(method)
    def ask(self: SelfT, /, *args: Args.args, **kwargs: Args.kwargs) -> ValueT:
        if _open_traces[-1] is None:
            return method(self, *args, **kwargs)
        if kwargs:
            raise TypeError(f"{name} is told things by their places only")
        note(name, *args)
        return _unheard(method, self, *args)

    return ask


def answered_once(method: Callable[[SelfT, str], ValueT]) -> Callable[[SelfT, str], ValueT]:
    """Make a method a question about one word, and keep its answers: it is asked over and over."""
    name, place = _name_of(method), f"_{method.__name__} "

    @wraps(method)
    def ask(self: SelfT, told: str, /) -> ValueT:
        if (asked := _open_traces[-1]) is not None:
            asked.add((name, (told,)))
        answers: dict[str, ValueT] = vars(self).setdefault(place, {})
        if told not in answers:
            answers[told] = _unheard(method, self, told)
        return answers[told]

    return ask


def unasked(method: Callable[Args, ValueT]) -> Callable[Args, ValueT]:
    """Say of a method that its answer depends on nothing but what it is told."""

    @wraps(method)
    def answer(*args: Args.args, **kwargs: Args.kwargs) -> ValueT:
        return _unheard(method, *args, **kwargs)

    return answer


def asks(
    name: str,
) -> Callable[
    [Callable[Concatenate[SelfT, Args], ValueT]], Callable[Concatenate[SelfT, Args], ValueT]
]:
    """Say of a method that its answer depends on what it is told and on one kept question."""

    def asking(
        method: Callable[Concatenate[SelfT, Args], ValueT],
    ) -> Callable[Concatenate[SelfT, Args], ValueT]:
        @wraps(method)
        def answer(self: SelfT, /, *args: Args.args, **kwargs: Args.kwargs) -> ValueT:
            getattr(self, name)
            return _unheard(method, self, *args, **kwargs)

        return answer

    return asking


class kept_question(Generic[ValueT]):  # noqa: N801 - it is used as cached_property is
    """A property that is worked out once, and that is a question."""

    def __init__(self, work_out: Callable[[Any], ValueT]) -> None:
        self._work_out = work_out
        self._name = _name_of(work_out)
        self._place = f"_{work_out.__name__} "
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, of: type) -> kept_question[ValueT]: ...
    @overload
    def __get__(self, owner: object, of: type) -> ValueT: ...
    def __get__(self, owner: object | None, of: type) -> kept_question[ValueT] | ValueT:
        """Return the answer, and note that it was asked for."""
        if owner is None:
            return self
        note(self._name)
        place = vars(owner)
        if self._place not in place:
            place[self._place] = _unheard(self._work_out, owner)
        value: ValueT = place[self._place]
        return value


def kept(most: int) -> Callable[[Callable[Args, ValueT]], Callable[Args, ValueT]]:
    """Keep what was worked out for so many; who is given it has asked what it asked."""

    def keep(work_out: Callable[Args, ValueT]) -> Callable[Args, ValueT]:
        @lru_cache(most)
        def once(*args: Any) -> tuple[ValueT, frozenset[Question]]:
            with trace() as asked:
                value: ValueT = work_out(*args)  # type: ignore[call-arg]
            return value, frozenset(asked)

        @wraps(work_out)
        def given(*args: Args.args, **_: Args.kwargs) -> ValueT:
            value, questions = once(*args)
            if (asked := _open_traces[-1]) is not None:
                asked.update(questions)
            return value

        return given

    return keep


def _name_of(method: Callable[..., Any]) -> str:
    return f"{method.__module__}:{method.__qualname__}"
