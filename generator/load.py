"""Content folder → (Catalogue, Problems): the pipe up to here, in order."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.catalogue import Catalogue, Entry
from generator.images import MOST_BYTES as MOST_IMAGE_BYTES
from generator.images import faults_in_image
from generator.plain_files import NoPlainFileError, TooLargeError, read_bytes
from generator.problems import Place, Problem, Span, in_order
from generator.records import RECORD_TYPES
from generator.records.base import IMAGE_FILE, SLUG, as_slug
from generator.rules import check_all
from generator.slips import Reading, read_record
from generator.source import MOST_BYTES
from generator.tables import TABLE_TYPES, Row, Tables, read_table
from generator.text.near import nearest

KIND_OF_FOLDER = MappingProxyType({record_type.folder: kind for kind, record_type in RECORD_TYPES.items()})
_IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_MANY = 3
_RESERVED = frozenset({"index"})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the content folder holds: the catalogue of all that is right, and every problem, in order."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(project: Path) -> Loaded:
    """Read everything below `content/` and `data/`, and check it."""
    collecting = gc.isenabled()
    gc.disable()  # nothing read here is garbage before the end, and the collector would look at it over and over
    try:
        return _load(project)
    finally:
        if collecting:
            gc.enable()


def _load(project: Path) -> Loaded:
    problems: list[Problem] = []
    tables = _tables(project, problems)
    entries: list[Entry] = []
    broken: dict[str, str] = {}
    for kind, path in _record_files(project, problems, broken):
        entry = _entry(project, kind, path, problems)
        if entry:
            entries.append(entry)
        else:
            broken[Path(path).stem] = kind
    for stem in {entry.id for entry in entries} & set(broken):
        del broken[stem]
    catalogue = Catalogue.of_entries(entries, tables, broken, _images(project, problems))
    problems += check_all(catalogue)
    return Loaded(catalogue, in_order(problems))


def _link_out(path: str) -> Problem:
    return _at_file(
        path, "link-out", "this is a symbolic link that leads out of the project", "put the file or folder itself here"
    )


def _tables(project: Path, problems: list[Problem]) -> Tables:
    tables: dict[str, Mapping[str, Row]] = {}
    if _leads_out(project / "data", project):
        problems.append(_link_out("data"))
        return MappingProxyType({table_type.name: MappingProxyType({}) for table_type in TABLE_TYPES})
    for table_type in TABLE_TYPES:
        raw = _bytes(project, table_type.path, problems, 4 * MOST_BYTES)
        if raw is None:
            if not os.path.lexists(project / table_type.path):
                problems.append(
                    _at_file(
                        table_type.path,
                        "missing-table",
                        f"the table `{table_type.path}` is missing",
                        f"write it, with the first line `{','.join(table_type.header)}`",
                    )
                )
            tables[table_type.name] = MappingProxyType({})
            continue
        tables[table_type.name], found = read_table(table_type, raw)
        problems += found
    return MappingProxyType(tables)


def _record_files(project: Path, problems: list[Problem], broken: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The files of records by kind; what has a wrong name or place is a problem, and its id counts as existing."""
    content = project / "content"
    for name in _names(content):
        kind = KIND_OF_FOLDER.get(name)
        if _leads_out(content / name, project):
            problems.append(_link_out(f"content/{name}"))
            broken.update(_ids_meant(content / name, kind or "case"))
        elif kind and (content / name).is_dir():
            for file in _names(content / name):
                path = f"content/{name}/{file}"
                if _is_empty_folder(project / path):
                    continue
                problem = _fault_in_name(project, path, kind)
                if problem:
                    problems.append(problem)
                    broken.update(_ids_meant(content / name / file, kind))
                elif file != ".gitkeep":
                    yield kind, path
        elif name != "images" and not name.startswith(".") and not _is_empty_folder(content / name):
            problems.append(_astray(content, name, broken))


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not _names(path) and path.suffix != ".yml"


def _astray(content: Path, name: str, broken: dict[str, str]) -> Problem:
    """What stands in `content/` and is no folder of records; one that has nearly the name of such a folder counts as it."""
    folders = ", ".join(f"`{folder}/`" for folder in KIND_OF_FOLDER)
    meant = nearest(name, KIND_OF_FOLDER) if (content / name).is_dir() else None
    if (content / name).is_file() and name.endswith((".yml", ".yaml")) and (kind := _kind_of(content, name)):
        broken.update(_ids_meant(content / name, kind))
        return _at_file(
            f"content/{name}",
            "astray-file",
            "no record belongs here",
            f"move it to `content/{RECORD_TYPES[kind].folder}/`",
        )
    if meant is None:
        return _at_file(
            f"content/{name}",
            "astray-file",
            "no record belongs here",
            f"records stand in {folders} of `content/`; move it there, or out of `content/`",
        )
    broken.update(_ids_meant(content / name, KIND_OF_FOLDER[meant]))
    advice = f"move its files to `content/{meant}/`" if (content / meant).is_dir() else f"rename it to `{meant}`"
    return _at_file(f"content/{name}", "astray-file", f"there is no folder `{name}/` for records", advice)


def _kind_of(content: Path, name: str) -> str | None:
    """The kind of record that a file in a wrong place is written as: the one by which it has the fewest problems."""
    raw = _bytes(content, name, [], MOST_BYTES)
    readings = {kind: read_record(name, raw, kind, "astray") for kind in RECORD_TYPES} if raw else {}
    return (
        min(readings, key=lambda kind: len(readings[kind].problems), default=None)
        if any(reading.document for reading in readings.values())
        else None
    )


def _ids_meant(file: Path, kind: str) -> dict[str, str]:
    """The ids that a file with a wrong name stands for, or the files of a folder that does not belong here."""
    inside = [name for name in _names(file) if name.endswith(".yml")]
    stems = [file.name.split(".")[0], *(name.removesuffix(".yml") for name in inside)]
    return {as_slug(stem): kind for stem in stems if as_slug(stem)}


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _fault_in_name(project: Path, path: str, kind: str) -> Problem | None:
    file = path.rsplit("/", 1)[1]
    folder = path.rsplit("/", 1)[0]
    stem, dot, ending = file.rpartition(".")
    shown = path.encode("utf-8", "backslashreplace").decode()
    if file.startswith(".") and file != ".yml":
        return (
            None if file == ".gitkeep" else _at_file(shown, "astray-file", "this hidden file is no record", "delete it")
        )
    if (project / path).is_dir():
        return _at_file(
            shown, "astray-file", "this is a folder, and only files stand here", f"move its files to `{folder}/`"
        )
    if not dot or ending != "yml":
        good = f"{as_slug(file.split('.')[0]) or 'name'}.yml"
        return _at_file(
            shown,
            "bad-file-name",
            f"the file of a record ends with `.yml`, and this one with `{dot}{ending}`"
            if dot
            else "the file of a record ends with `.yml`",
            f"rename it to `{good}`",
        )
    if not SLUG.fullmatch(stem) or stem in _RESERVED or len(stem) > 80:
        good = as_slug(stem)
        why = (
            "is reserved"
            if stem in _RESERVED
            else "is not an id"
            if len(stem) <= 80
            else "is longer than 80 characters"
        )
        return _at_file(
            shown,
            "bad-file-name",
            f"the file's name `{stem.encode('utf-8', 'backslashreplace').decode()}` {why}",
            f"rename it to `{good[:60] if good and good not in _RESERVED else kind + '-name'}.yml`: lower-case letters without accents, digits and hyphens",
        )
    return None


def _entry(project: Path, kind: str, path: str, problems: list[Problem]) -> Entry | None:
    raw = _bytes(project, path, problems, MOST_BYTES)
    if raw is None:
        return None
    key = Path(path).stem
    reading = read_record(path, raw, kind, key)
    meant = _kind_meant(reading, raw, path) if reading.document else None
    if meant:
        problems.append(
            _at_file(
                path,
                "astray-file",
                f"this is written as {_a(meant)}, and stands among records of another kind",
                f"move it to `content/{RECORD_TYPES[meant].folder}/`",
            )
        )
        return Entry(meant, key, reading.document.data, None, reading.document) if reading.document else None
    problems += reading.problems
    return Entry(kind, key, reading.document.data, reading.record, reading.document) if reading.document else None


def _kind_meant(reading: Reading, raw: bytes, path: str) -> str | None:
    """The kind of record that a file is written as, where it stands in the folder of another."""
    if sum(problem.code in {"missing-field", "unknown-field"} for problem in reading.problems) < _MANY:
        return None
    return next((kind for kind in RECORD_TYPES if not read_record(path, raw, kind, Path(path).stem).problems), None)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _bytes(
    project: Path, path: str, problems: list[Problem], most: int, advice: str = "shorten it, or split it into several"
) -> bytes | None:
    """The bytes of a plain file inside the project; links, devices and huge files are not opened."""
    file = project / path
    try:
        if _leads_out(file, project):
            problems.append(_link_out(path))
            return None
        return read_bytes(file, most)
    except NoPlainFileError:
        problems.append(_at_file(path, "astray-file", "this is no plain file", "put a plain file here"))
        return None
    except TooLargeError as error:
        message = f"the file has {error.size // 1024} KB, and {most // 1024} KB are the most"
        problems.append(_at_file(path, "too-large", message, advice))
        return None
    except (OSError, RuntimeError) as error:  # Python 3.11 and 3.12 raise the latter for a link that leads to itself
        reason = error.strerror if isinstance(error, OSError) else "the link leads to itself"
        if os.path.lexists(file) or most == MOST_BYTES:
            problems.append(
                _at_file(
                    path,
                    "unreadable-file",
                    f"the file cannot be read: {reason or 'it has vanished'}",
                    "look at its rights, and whether another program holds it open",
                )
            )
        return None


def _leads_out(file: Path, project: Path) -> bool:
    return file.is_symlink() and not file.resolve().is_relative_to(project.resolve())


def _images(project: Path, problems: list[Problem]) -> frozenset[str]:
    """The names of all images; one with a fault counts as there, so that the record that shows it is not told as well."""
    names = [name for name in _names(project / "content" / "images") if name != ".gitkeep"]
    for name in names:
        path = f"content/images/{name}".encode("utf-8", "backslashreplace").decode()
        if not IMAGE_FILE.fullmatch(name):
            problems.append(_no_image(project, name, path))
        elif (
            raw := _bytes(project, path, problems, MOST_IMAGE_BYTES, "scale it down, or save it with fewer details")
        ) is not None:
            problems += [_at_file(path, fault.code, fault.message, fault.help) for fault in faults_in_image(name, raw)]
    return frozenset(names)


def _no_image(project: Path, name: str, path: str) -> Problem:
    """What stands among the images and cannot be shown."""
    if (project / "content" / "images" / name).is_file() and name.lower().endswith(_IMAGE_ENDINGS):
        stem, _, ending = name.rpartition(".")
        good = f"{as_slug(stem) or 'picture'}.{ending.lower()}"
        return _at_file(
            path,
            "bad-image-name",
            "the name of an image has lower-case letters, digits and hyphens only",
            f"rename it to `{good}`",
        )
    return _at_file(
        path,
        "astray-file",
        "only PNG, JPEG, WebP and SVG images stand here",
        "delete it, or move it out of `content/images/`",
    )


def _at_file(path: str, code: str, message: str, advice: str) -> Problem:
    return Problem(Place(path, Span(1, 1, 1, 1)), code, message, help=advice)
