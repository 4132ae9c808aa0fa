"""Files that nobody wrote: damage of every kind to real ones, and a judge who lets the pipe read them."""

from __future__ import annotations

import random
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MOST_SECONDS = 2.0
KINDS = ("cut", "put", "over", "double", "swap", "shift", "value", "key", "many", "entries", "encode", "end")
HAZARDS = (
    # numbers, dates and truth, as other programs write and read them
    "1e999", "-1e999", "1e-999", ".inf", "-.inf", ".nan", "0x1F", "0o17", "012", "1_000", "190:20:30", "1:30", "٣", "²", "+", "-",
    "2018-02-30", "2018-13-45", "0000-00-00", "9999-12-31/0001-01-01", "-0001", "2018-11-21T10:20:30.5Z", "2018/..", "../2018", "20XX",
    "2001-12-14t21:59:43.10-05:00", "99999999999999999999", "9" * 5000, "0." + "0" * 400 + "1", "up to up to 5", "5 to", "yes", "~", "null",
    # YAML
    "&a [*a, *a]", "*a", "&a", "<<: *a", "<<: {a: b}", "!!python/object/apply:os.system [ls]", "!!binary aGk=", "!x", "!<tag:x>", "%YAML 9.9",
    "---", "...", "? ", "? a\n: b", "- - - -", "[", "]", "{", "}", "{a: {a: {a: ", "[" * 60, "{a: " * 60, "- " * 60, "|9", ">+1", "|\n", ">-\n",
    "'", '"', "'''", '"\\x00"', '"\\ud800"', '"\\U0010FFFF"', '"\\', "@", "`", "#", " #", ": ", ":", "a: b: c", "\t", "\n\t- ", "=", "==",
    # characters
    "\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\ufeff", "\u2028", "\u200b", "\u202e", "\u00ad", "\U0001f600", "e\u0301", "\ufffe", "\U0010ffff",
    "\r", "\r\n", "\v", "\f", "\u00a0", "İ", "ß", "ﬁ", "一" * 300, "à" * 300, "x" * 5000, " " * 5000, "\n" * 300,
    # our own notation, and markup
    "[[", "]]", "[[|]]", "[[a|", "[[a|b|c]]", "[[" * 40, "[@", "[@]", "[@a, p. ]", "[@rivas-2016, p. 9; @", "@rivas-2016, in @rivas-2016, in @", "[a](b)",
    "[a](javascript:x)", "![a](b)", "<b>", "</b>", "<!--", "-->", "<script>", "```", "`" * 99, "*" * 99, "_" * 99, "> " * 50, "|-|", "| a |\n|---|",
    "{{ x }}", "{% x %}", "{: #x }", "[^1]", "[^1]: x", "*[a]: b", "--8<-- 'x'", "&amp;", "&#0;", "&#x110000;", "$x^2$", "https://[::1", "https://a b",
    "TODO", "..", "../..", "/etc/passwd", "CON", "a" * 81, "<<<<<<< HEAD\n=======\n>>>>>>> b",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "utf-7", "cp037")


class Hang(BaseException):
    """Raised where a file takes more time of the processor than any file may; nothing that handles faults swallows it."""


@dataclass(frozen=True)
class Damage:
    """One change to a file: its kind, the place as a share of the file, how much it takes, and what it puts there."""

    kind: str
    at: float
    length: int
    text: str


@dataclass(frozen=True)
class Failure:
    """A file that the pipe did not answer as it should, and what became of it."""

    path: str
    raw: bytes
    told: str

    def __str__(self) -> str:
        return f"{self.path}: {self.told}\n{self.raw[:400]!r}"


def some_damages(chance: random.Random) -> list[Damage]:
    """One to four changes, drawn at random."""
    return [
        Damage(
            chance.choice(KINDS),
            chance.random(),
            chance.choice([0, 1, 2, 3, 7, 40, 400, 3000]),
            chance.choice(HAZARDS) if chance.random() < 0.9 else chr(chance.randrange(0xD800)),
        )
        for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 4]))
    ]


def damaged(raw: bytes, damages: list[Damage]) -> bytes:
    """A file after these changes, one after the other."""
    for damage in damages:
        raw = _changed(raw, damage)
    return raw


def _changed(raw: bytes, damage: Damage) -> bytes:
    at, end, put = int(damage.at * len(raw)), int(damage.at * len(raw)) + damage.length, damage.text.encode()
    match damage.kind:
        case "cut" | "over" | "put":
            taken = {"cut": damage.length, "over": min(damage.length, 7), "put": 0}[damage.kind]
            return raw[:at] + (b"" if damage.kind == "cut" else put) + raw[at + taken :]
        case "double":
            return raw[:end] + raw[at:]
        case "many":
            return raw[:at] + put * (1 + min(damage.length * 4, 8000 // len(put))) + raw[at:]
        case "encode":
            return raw.decode(errors="replace").encode(ENCODINGS[damage.length % len(ENCODINGS)], "replace")
        case "end":
            return raw.replace(b"\n", (b"\r", b"\r\n", b"\n\n", b"\n\r", b"")[damage.length % 5])
    return b"\n".join(_changed_lines(raw.split(b"\n"), damage, put))


def _changed_lines(lines: list[bytes], damage: Damage, put: bytes) -> list[bytes]:
    at = min(int(damage.at * len(lines)), len(lines) - 1)
    other = damage.length % len(lines)
    line = lines[at]
    match damage.kind:
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "shift":
            lines[at] = b" " * damage.length + line if damage.length % 2 else line[damage.length :]
        case "value":
            lines[at] = line.partition(b": ")[0] + b": " + put
        case "key":
            lines[at] = line[: len(line) - len(line.lstrip(b" -"))] + put + b": " + line.partition(b": ")[2]
        case _:  # one entry, or one line, many times
            lines[at : at + 1] = [line] * (1 + min(damage.length, 20_000 // (len(line) + 1)))
    return lines


@contextmanager
def within(seconds: float, *, waiting: bool = False) -> Iterator[None]:
    """Raise `Hang` in a block that takes more time of the processor, so that a busy machine does not lie.

    With `waiting` the time on the clock counts, so that a block is stopped which waits for what never comes.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        started = time.process_time()
        yield
        if time.process_time() - started > seconds:
            raise Hang
        return
    timer, sign = (signal.ITIMER_REAL, signal.SIGALRM) if waiting else (signal.ITIMER_PROF, signal.SIGPROF)
    before = signal.signal(sign, _hang)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(sign, before)


def _hang(*_: object) -> None:
    raise Hang


def judged(
    path: str, raw: bytes, pipe: Callable[[str, bytes], object], seconds: float = MOST_SECONDS
) -> Failure | None:
    """Let a pipe read a file; a fault of its own, a wrong place or a hang is a failure.

    What takes too long is tried once more: while other programs crowd a processor, its time is worth less.
    """
    for last in (False, True):
        try:
            with within(seconds):
                pipe(path, raw)
        except Hang:
            if last:
                return Failure(path, raw, f"takes longer than {seconds} seconds")
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            return Failure(path, raw, traceback.format_exc())
        else:
            return None
    return None
