"""Put first on PYTHONPATH, this sets the clock of a Python process forward by CASEBOOK_TEST_DAYS days."""
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
