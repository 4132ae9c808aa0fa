"""The colours of charts: apart for readers of every kind of sight, seen on the paper of both palettes."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from building import ROOT

# What eyes without one of the three kinds of cones see, as linear RGB; after Machado, Oliveira and Fernandes (2009).
SIGHTS = {
    "all": np.eye(3),
    "without red": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "without green": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]),
    "without blue": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]),
}  # fmt: skip
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
LEAST = 20.0  # CIE 1976; a just noticeable difference is about 2.3
PALETTE = (ROOT / "generator" / "front" / "palette.css").read_text(encoding="utf-8")


def _linear(colour: str) -> np.ndarray:
    digits = colour.lstrip("#") if len(colour) == 7 else "".join(2 * digit for digit in colour.lstrip("#"))
    parts = np.array([int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    ratios = TO_XYZ @ linear.clip(0, 1) / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(ratios > 216 / 24389, np.cbrt(ratios), (24389 / 27 * ratios + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _difference(one: str, other: str, sight: np.ndarray) -> float:
    return float(np.linalg.norm(_lab(sight @ _linear(one)) - _lab(sight @ _linear(other))))


def _contrast(one: str, other: str) -> float:
    high, low = sorted((float(TO_XYZ[1] @ _linear(colour)) for colour in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _colours(palette: str) -> dict[str, str]:
    block = re.search(rf'^\[data-md-color-scheme="{palette}"\] \{{(.*?)^\}}', PALETTE, re.MULTILINE | re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+): (#\w+);", block[1]))


def _too_close(colours: list[str]) -> list[str]:
    return [
        f"{one} and {other} for eyes with {name}"
        for one, other in itertools.combinations(colours, 2)
        for name, sight in SIGHTS.items()
        if _difference(one, other, sight) < LEAST
    ]


@pytest.mark.parametrize("palette", ["default", "slate"])
def test_every_reader_tells_the_colours_of_charts_apart(palette: str) -> None:
    found = _colours(palette)
    series = [found[f"series-{number}"] for number in range(1, 6)]

    assert _too_close(series) == []
    assert [colour for colour in series if _contrast(colour, found["paper"]) < 3] == []


def test_colours_that_some_readers_confuse_are_seen() -> None:
    assert _too_close(["#5fa8c4", "#e98a52", "#c99a63"]) != []
    assert _contrast("#86aebd", "#fff") < 3
