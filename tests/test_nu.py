"""The Nu HTML checker's script: what is listed passes, what is not is told with its place, and what is listed in vain as well."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from nu import LISTED, faults_in, installed, messages

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title></head>
<body><h1>A page</h1>
{}
</body>
</html>
"""
# What somebody may get wrong in a template, with words of the message that must come.
SEEDED = {
    "a tag that is not closed": ("<section><p>one</section><div>", "Unclosed element “div”"),
    "an end without a start": ("<p>one</span></p>", "Stray end tag “span”"),
    "an id that stands twice": ('<p id="a">one</p><p id="a">two</p>', "Duplicate ID “a”"),
    "a block within a line": ("<span><div>one</div></span>", "not allowed as child of element “span”"),
    "an attribute that there is not": ('<p align-self="left">one</p>', "Attribute “align-self” not allowed"),
    "a picture without words": ('<img src="a.png">', "must have an “alt” attribute"),
    "a role that there is not": ('<p role="paragraf">one</p>', "Bad value “paragraf” for attribute “role”"),
}


def test_a_message_that_is_listed_passes_and_any_other_is_told_with_its_place() -> None:
    listed = [{"message": f"{known} and more", "url": "a.html", "lastLine": 1} for known in LISTED]
    other = {"message": "Stray end tag “p”.", "url": "file:/site/index.html", "lastLine": 9}

    assert faults_in(listed) == []
    assert faults_in([*listed, other]) == ["file:/site/index.html:9: Stray end tag “p”."]


def test_what_is_listed_and_no_longer_said_is_a_fault() -> None:
    said = [{"message": known} for known in list(LISTED)[1:]]

    assert faults_in(said) == [f"listed in tests/nu.py, and no longer said: {next(iter(LISTED))}"]


@pytest.mark.long
def test_the_checker_sees_what_is_put_into_pages(tmp_path: Path) -> None:
    java, npm = shutil.which("java"), shutil.which("npm")
    if not (java and npm):
        if os.environ.get("CASEBOOK_REQUIRE_BROWSER") == "1":
            pytest.fail("java and npm are needed")
        pytest.skip("java and npm are needed: on Debian, `apt-get install default-jre-headless npm`")
    for name, (body, _) in SEEDED.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(body), encoding="utf-8")
    (tmp_path / "right.html").write_text(PAGE.format("<p>one</p>"), encoding="utf-8")

    faults = faults_in(messages(java, installed(npm), tmp_path))

    told = [line for line in faults if not line.startswith("listed")]
    unseen = {
        name
        for name, (_, words) in SEEDED.items()
        if not any(words in line for line in told if name.replace(" ", "%20") in line or name in line)
    }
    assert unseen == set()
    assert [line for line in told if "right.html" in line] == []
