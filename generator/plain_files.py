"""Reads plain files, never waits for what is none (a pipe, a device), and says in plain words what the system refuses."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_FILE = "this is no plain file"


# What the machine refuses, and no fault of ours: the cause, and what to do.
_REFUSED = {
    errno.ENOSPC: ("the disk is full", "make room on it"),
    getattr(errno, "EDQUOT", errno.ENOSPC): ("your share of the disk is full", "make room on it"),
    errno.EROFS: ("the disk can only be read", "work in a folder that can be written"),
    errno.EACCES: (
        "you have no right to do that",
        "look at the rights of the file and of its folder, and whose they are",
    ),
    errno.EPERM: (
        "you have no right to do that",
        "look at the rights of the file and of its folder, and whose they are",
    ),
    errno.EIO: ("the disk cannot be read or written", "look whether it is damaged or has gone"),
    errno.EMFILE: ("too many files are open", "end programs that you do not need"),
    errno.ENFILE: ("too many files are open", "end programs that you do not need"),
}


class NoPlainFileError(OSError):
    """Something else than a file stands there."""


class TooLargeError(OSError):
    """The file holds more than is read of any; `size` is how much."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(errno.EFBIG, "the file is too large", str(path))
        self.size = size


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The bytes of a plain file.

    Raises:
        NoPlainFileError: where something else stands there.
        TooLargeError: where it holds more than `most` bytes.
        OSError: where it cannot be read.
    """
    try:
        number = os.open(path, _HOW)
    except OSError as error:
        if path.is_dir() or error.errno == errno.ENXIO:  # Windows opens no folder; nobody opens a socket
            raise NoPlainFileError(errno.EINVAL, _NO_FILE, str(path)) from None
        raise
    try:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            raise NoPlainFileError(errno.EINVAL, _NO_FILE, str(path))
        if most is not None and status.st_size > most:
            raise TooLargeError(path, status.st_size)
        with os.fdopen(number, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(number)


def read_text(path: Path) -> str:
    """The text of a plain file in UTF-8, with or without a byte order mark, its lines ended as on Unix.

    Raises:
        OSError: also where it is not saved as UTF-8.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OSError(errno.EILSEQ, "the file is not saved as UTF-8", str(path)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_refused(error: OSError) -> bool:
    """Tell whether the machine is at fault, and neither a record nor the program."""
    return error.errno in _REFUSED


def why(error: OSError, root: Path) -> str:
    """Say in plain words what could not be done, where below `root`, and what helps."""
    cause, advice = _REFUSED.get(error.errno or 0, (error.strerror or str(error) or "it is not known why", ""))
    words = f"{cause[:1].lower()}{cause[1:]}" + (f"\n  help: {advice}, then try again" if advice else "")
    if not isinstance(error.filename, str | bytes):
        return words
    path = Path(os.fsdecode(error.filename))
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return f"{shown}: {words}"
