"""All files in one ZIP archive: always in the same order, with the same times and rights."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def as_zip(folder: str, files: Mapping[str, bytes], day: tuple[int, int, int]) -> bytes:
    """Pack the files into one folder, as of a day."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", (*day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on Windows
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return file.getvalue()
