"""Put first on PYTHONPATH, this sets the clock forward by CASEBOOK_TEST_DAYS days, and shuffles folders by CASEBOOK_TEST_ORDER."""
# mypy: ignore-errors

import contextlib
import datetime
import os
import time

_shift = int(os.environ.get("CASEBOOK_TEST_DAYS", "0")) * 86_400
_time, _gmtime, _localtime, _strftime = time.time, time.gmtime, time.localtime, time.strftime


class _Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class _Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


if _shift:
    with contextlib.suppress(ImportError):
        import pandas  # noqa: F401 - its compiled parts crash where they meet other types than those of their compiler
    time.time = lambda: _time() + _shift
    time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)
    time.strftime = lambda form, moment=None: _strftime(form, time.localtime() if moment is None else moment)
    datetime.datetime, datetime.date = _Datetime, _Date

_seed = os.environ.get("CASEBOOK_TEST_ORDER")
if _seed:
    import random

    _listdir, _scandir = os.listdir, os.scandir

    def _shuffled(names, key=str):
        """The same names in an order that the seed alone decides, as if on another file system."""
        found = sorted(names, key=key)
        random.Random(f"{_seed} {len(found)}").shuffle(found)
        return found

    class _Scanned:
        def __init__(self, path="."):
            with _scandir(path) as found:
                self._entries = iter(_shuffled(found, key=lambda entry: str(entry.name)))

        def __iter__(self):
            return self._entries

        def __next__(self):
            return next(self._entries)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

        def close(self):
            self._entries = iter(())

    os.listdir, os.scandir = lambda path=".": _shuffled(_listdir(path)), _Scanned
