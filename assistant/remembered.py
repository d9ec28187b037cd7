"""What was read or made lately? Values by key, the last so many of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Made = TypeVar("Made")


class Remembered(Generic[Key, Value]):
    """Reads values by key and keeps those last asked for; lives as long as what it reads does not change.

    `read` gives the values of some keys, all of them. May be used from many threads.
    """

    def __init__(self, read: Callable[[Sequence[Key]], Mapping[Key, Value]], *, most: int) -> None:
        self._read = read
        self._most = most
        self._lock = Lock()
        self._known: OrderedDict[Key, Value] = OrderedDict()

    def __call__(self, key: Key) -> Value:
        """The value of one key."""
        with self._lock:
            if key in self._known:  # as mostly: it is asked of every row
                self._known.move_to_end(key)
                return self._known[key]
        return self.all((key,))[key]

    def all(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """The values of these keys, in their order; what is not known is read in one go."""
        wanted = dict.fromkeys(keys)
        with self._lock:
            found = {key: self._known[key] for key in wanted if key in self._known}
        missing = [key for key in wanted if key not in found]
        if missing:
            found.update(self._read(missing))
        with self._lock:
            for key in wanted:
                self._known[key] = found[key]
                self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return {key: found[key] for key in wanted}


class Once:
    """Values made on demand, of which the last so many are kept; each key stands for values of one type.

    May be used from many threads, two of which may make the same value.
    """

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._made: OrderedDict[Hashable, Any] = OrderedDict()

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of `key`, made if it is not known."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                known: Made = self._made[key]
                return known
        value = make()
        with self._lock:
            self._made[key] = value
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return value
