"""Record and the shared types: frozen, unknown keys refused, every text marked with what it means."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import quote

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.records import marks
from generator.records.synonyms import LANGUAGES
from generator.text.citations import faults_in_citations
from generator.text.dates import fault_in_date
from generator.text.fault import Fault, whole
from generator.text.prose import MOST_OF_A_TEXT
from generator.text.quantities import fault_in_quantity

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?(?:[/?#][!#$%&()*+,./:;=?@\w~\[\]-]*)?", re.ASCII)
IMAGE_FILE = re.compile(r"[a-z0-9][a-z0-9._-]*\.(?:png|jpe?g|webp|svg)")
MOST_OF_A_WORD = 80
KINDS = ("case", "concept", "organisation", "model", "source", "course")


def refuse(fault: Fault | None) -> None:
    """Hand a fault to pydantic in a form that `validate` can read back."""
    if fault:
        raise PydanticCustomError("fault", "{code}", {"code": fault.code, "fault": fault})


def _line(text: str) -> str:
    if "\n" in text.strip("\n"):
        joined = " ".join(text.split())
        refuse(whole(text, "several-lines", "this is more than one line", f"write it on one line: `{joined}`", joined))
    return " ".join(text.split())


def _word(text: str) -> str:
    if len(text) > MOST_OF_A_WORD:
        advice = "write one word; if this is a text, write the name of its field on a line of its own above it, such as `text: |`"
        refuse(whole(text, "too-long", f"this has {len(text)} characters, and one word stands here", advice))
    return _line(text)


def _slug(text: str) -> str:
    if len(text) > MOST_OF_A_WORD:
        return _word(text)
    if not SLUG.fullmatch(text):
        guess = as_slug(text)
        refuse(
            whole(
                text,
                "bad-id",
                f"`{text}` is not an id",
                f"write `{guess}`" if guess else "write lower-case letters, digits and hyphens",
                guess or None,
            )
        )
    return text


def article(word: str) -> str:
    """A word with the article it takes: `a case`, `an organisation`."""
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def as_slug(text: str) -> str:
    """Turn words into the id they would have: lower case, hyphens, no accents."""
    import unicodedata  # noqa: PLC0415 - seldom needed

    text = re.sub(r"\.ya?ml$", "", text.strip().strip("[]@").split("|")[0])
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ł", "l"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def _cite(text: str) -> str:
    if text.startswith("[") and text.endswith("]") and text.count("[") == 1:
        refuse(whole(text, "bad-citation", "a citation here needs no brackets", f'write `"{text[1:-1]}"`', text[1:-1]))
    for fault in faults_in_citations(text):
        refuse(fault)
    return text


def _date(text: str) -> str:
    refuse(fault_in_date(text, interval=True))
    return text


def _day(text: str) -> str:
    refuse(fault_in_date(text, interval=False))
    return text


def _quantity(text: str) -> str:
    text = " ".join(text.split())
    refuse(fault_in_quantity(text, blank=True))
    return text


def _number(text: str) -> str:
    text = " ".join(text.split())
    refuse(fault_in_quantity(text, blank=False))
    return text


def _address(text: str) -> str:
    if not _WEB.fullmatch(text):
        guess = _as_address(text)
        refuse(
            whole(
                text,
                "bad-address",
                f"`{text}` is not a web address",
                f"write `{guess}`" if guess else "write the whole address, beginning with `https://`",
                guess,
            )
        )
    return text


def _as_address(text: str) -> str | None:
    """The address that is meant: with `https://` in front, and letters that no address holds as codes."""
    guess = f"https://{text}" if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text) else text
    host = re.match(r"https?://[\w.-]+(?=[/?#])", guess, re.ASCII)
    if host and guess.isprintable() and " " not in guess:
        guess = host[0] + quote(guess[host.end() :], safe="/?#&=%:;,+!$()~@*-._[]")
    return guess if guess != text and _WEB.fullmatch(guess) else None


def _site_address(text: str) -> str:
    if not re.fullmatch(r"/(?:[a-z0-9-]+/)*(?:#[a-z0-9-]+)?", text):
        guess = (
            "/" + "/".join(part for part in re.sub(r"^https?://[^/]+", "", text).strip("/").split("/") if part) + "/"
        )
        fits = re.fullmatch(r"/(?:[a-z0-9-]+/)+", guess)
        refuse(
            whole(
                text,
                "bad-site-address",
                f"`{text}` is not an address of this site",
                f"write `{guess}`" if fits else "write it like `/cases/fribourg/`",
                guess if fits else None,
            )
        )
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z]{2})?", text):
        guess = LANGUAGES.get(text.casefold())
        advice = (
            f"write `{guess}`"
            if guess
            else "write the two-letter code of the language, such as `fr`, `de`, `es`, `eu` or `pt`"
        )
        refuse(whole(text, "bad-language", f"`{text}` is not a language tag", advice, guess))
    return text


def _file(text: str) -> str:
    if not IMAGE_FILE.fullmatch(text):
        stem, _, ending = text.rpartition(".")
        guess = f"{as_slug(stem)}.{ending.lower()}"
        fits = IMAGE_FILE.fullmatch(guess)
        advice = (
            f"rename the file in `content/images/` to `{guess}`, and write `{guess}`"
            if fits
            else "write the file's name in lower case, such as `photonics-park.jpg`; it stands in `content/images/`"
        )
        refuse(whole(text, "bad-image-name", f"`{text}` is not the name of an image", advice, guess if fits else None))
    return text


def _at_most(most: int) -> Any:
    def check(text: str) -> str:
        if len(text) > most:
            refuse(
                whole(
                    text,
                    "too-long",
                    f"this has {len(text)} characters, and {most} are the most",
                    f"shorten it to {most} characters; what is longer belongs in another field",
                )
            )
        return text.strip("\n")

    return AfterValidator(check)


def _words(most: int) -> Any:
    def check(text: str) -> str:
        text = _line(text)
        if len(text) > most:
            refuse(
                whole(
                    text,
                    "too-long",
                    f"this has {len(text)} characters, and {most} are the most",
                    f"shorten it to {most} characters",
                )
            )
        return text

    return AfterValidator(check)


_Text = Annotated[str, StringConstraints(min_length=1)]
Title = Annotated[_Text, _words(100), marks.Line(100)]
Line = Annotated[_Text, _words(200), marks.Line()]
NativeName = Annotated[_Text, _words(200), marks.Line(native=True)]
Prose = Annotated[_Text, _at_most(MOST_OF_A_TEXT), marks.Prose()]
ShortProse = Annotated[_Text, _at_most(400), marks.Prose(most=400)]
Date = Annotated[_Text, AfterValidator(_date), marks.Date()]
Day = Annotated[_Text, AfterValidator(_day), marks.Date(interval=False)]
Cite = Annotated[_Text, AfterValidator(_cite), marks.Cite()]
Quantity = Annotated[_Text, AfterValidator(_quantity), marks.Quantity()]
Number = Annotated[_Text, AfterValidator(_number), marks.Quantity(blank=False)]
Address = Annotated[_Text, AfterValidator(_address), marks.Address()]
SiteAddress = Annotated[_Text, AfterValidator(_site_address), marks.SiteAddress()]
Language = Annotated[_Text, AfterValidator(_language), marks.Language()]
PlaceCode = Annotated[_Text, AfterValidator(_word), marks.PlaceCode()]
ImageFile = Annotated[_Text, AfterValidator(_file), marks.File()]
Slug = Annotated[_Text, AfterValidator(_slug)]
Word = Annotated[_Text, AfterValidator(_word)]
CaseId = Annotated[Slug, marks.Reference(("case",))]
ConceptId = Annotated[Slug, marks.Reference(("concept",))]
OrganisationId = Annotated[Slug, marks.Reference(("organisation",))]
SourceId = Annotated[Slug, marks.Reference(("source",))]
ToolId = Annotated[Slug, marks.Reference(("concept", "model"))]
FigureHolderId = Annotated[Slug, marks.Reference(("organisation", "case", "concept", "model"))]
RecordId = Annotated[Slug, marks.Reference(KINDS)]
Level = Annotated[Word, marks.Term("levels")]


class Part(BaseModel):
    """A group of fields inside a record: fixed once read, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    short_for: ClassVar[str] = ""  # the field that a text in place of the whole group stands for


class Verified(Part):
    """When a record was last held against its sources, and by whom."""

    on: Day = Field(description="The day of the check, as `2026-11-21`.")
    by: Line = Field(description="Who checked: a person's name, or `casebook-editors`.")


class Blanks(Part):
    """Fields that stay empty on purpose, by reason; `workshops.date` means the date of every workshop that has none."""

    not_reported: tuple[Line, ...] = Field(default=(), description="The sources do not say it.")
    not_applicable: tuple[Line, ...] = Field(default=(), description="It makes no sense for this record.")
    not_researched: tuple[Line, ...] = Field(default=(), description="Nobody has looked for it yet.")

    @property
    def reasons(self) -> dict[str, str]:
        """Field → reason, the first reason where a field is named twice."""
        named = {field: reason for reason in reversed(REASONS) for field in getattr(self, reason)}
        return dict(sorted(named.items()))


REASONS = ("not_reported", "not_applicable", "not_researched")


class Link(Part):
    """A page elsewhere that is worth opening."""

    text: Line = Field(description="What the link leads to, in words that make sense alone.")
    url: Address = Field(description="The web address, beginning with `https://`.")


class Record(Part):
    """What every kind of record has; the id is the stem of its file."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    name_field: ClassVar[str]
    optional_fields: ClassVar[frozenset[str]] = frozenset()

    id: Slug = Field(exclude=True, description="The name of the file without `.yml`.")
    blanks: Blanks = Field(
        default=Blanks(),
        description="Fields left empty on purpose, with the reason: `not_reported`, `not_applicable` or `not_researched`.",
    )
    verified: Verified | None = Field(
        default=None, description="When somebody last held the record against its sources, and who."
    )
    authors: tuple[Line, ...] = Field(default=(), description="Who wrote the record, one name a line.")

    @property
    def name(self) -> str:
        """The title, term or name by which people know the record."""
        return str(getattr(self, self.name_field))

    @property
    def address(self) -> str:
        """The address of the record's page on the site."""
        return f"/{self.folder}/{self.id}/"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which a text may mention the record."""
        return (self.name,)

    def __hash__(self) -> int:
        return hash((self.kind, self.id))


Truth = Annotated[bool, Strict()]
AsOfBasis = Literal["stated", "source-date", "derived"]
