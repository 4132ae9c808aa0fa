"""idle-link, idle-alt, colour-alone, place-alone: words that only help who sees the page; and none of the words that are right."""

from __future__ import annotations

import pytest

from generator.catalogue import Entry
from generator.rules import colour_alone, idle_alt, idle_link, place_alone
from rules import told

BODY = told.entry("organisation", "gaia", "title: GAIA\ntype: cluster-organisation\nsummary: A body.\n")
IMAGE = 'images:\n  - {{file: a.png, alt: "{}", caption: "Two women with a plan [@lake-2018, p. 1].", credit: Ann Lake, licence: CC BY 4.0}}\n'


def case(context: str, more: str = "") -> Entry:
    """A case whose context says this."""
    return told.entry("case", "lakeland", f"{told.CASE}context: |\n  {context}\n{more}")


@pytest.mark.parametrize(
    "words", ["here", "Here", "click here", "read more", "Read more …", "this link", "link", "more »"]
)
@pytest.mark.parametrize("context", ["It grew ([[gaia|{}]]).", "It grew ([{}](https://gaia.es/a))."])
def test_words_that_would_fit_any_link_are_told(context: str, words: str) -> None:
    found = told.of(idle_link, case(context.format(words)), BODY)

    assert [problem.message for problem in found] == [f"`{words}` does not say where the link leads"]


def test_a_link_beside_the_texts_is_told_too() -> None:
    more = 'links:\n  - {text: Click here, url: "https://gaia.es"}\n  - {text: GAIA itself, url: "https://gaia.es"}\n'

    (problem,) = told.of(idle_link, case("It grew.", more))

    assert (problem.severity, problem.place.span.line) == ("warning", 10)


@pytest.mark.parametrize(
    "context",
    [
        "It grew ([[gaia]]).",
        "It grew ([[gaia|the Basque cluster]]).",
        "Here it grew; read more in the [plan of 2016](https://gaia.es/plan).",
        "It grew [@lake-2018, p. 1].",
        "What is [[gaia|left here]] stays; [[gaia|links to research]]; [[gaia|Website Valley]]; [[gaia|Moreland]].",
        "It grew; [[!gaia|here]] nobody saw it.",
    ],
)
def test_links_that_say_where_they_lead_are_right(context: str) -> None:
    assert told.of(idle_link, case(context), BODY) == []


@pytest.mark.parametrize(
    ("alt", "message"),
    [
        ("Image of two women", "`Image of` is said of every image"),
        ("A picture of two women", "`A picture of` is said of every image"),
        ("Photo: two women", "`Photo:` is said of every image"),
        ("Figure", "`Figure` is said of every image"),
        ("Two women with a plan.", "the alt text says the same as `caption`"),
        ("ann lake", "the alt text says the same as `credit`"),
        ("a.png", "the alt text says the same as `file`"),
    ],
)
def test_an_alt_text_without_anything_of_its_own_is_told(alt: str, message: str) -> None:
    (problem,) = told.of(idle_alt, case("It grew.", IMAGE.format(alt)))

    assert problem.message == message


@pytest.mark.parametrize(
    "alt", ["Two women bend over a plan", "Pictures hang in a hall", "Figures on a blackboard", "Imagery"]
)
def test_an_alt_text_that_tells_what_is_seen_is_right(alt: str) -> None:
    assert told.of(idle_alt, case("It grew.", IMAGE.format(alt))) == []


@pytest.mark.parametrize(
    "words",
    [
        "shown in red",
        "marked in dark green",
        "highlighted in blue and yellow",
        "the green bars",
        "the red dots",
        "see the blue line",
        "the grey line shows",
        "the red-coloured circles",
    ],
)
def test_what_only_a_colour_tells_is_told(words: str) -> None:
    (problem,) = told.of(colour_alone, case(f"The firms are few: {words}."))

    assert problem.message == f"`{words}` tells by colour alone what is meant"


@pytest.mark.parametrize(
    "words",
    [
        "the green transition and the Green Deal",
        "the Red Cross and the blue economy",
        "the blue growth strategy, the silver economy, the Blue Banana",
        "interest shown in green technologies and in green and digital change",
        "a red line for the ministers; the red line was crossed",
        "the green box of the farm policy, green areas and brown fields",
        "a white paper, a green paper, the yellow press",
        "firms in the red, printed in red ink and white",
        "the orange industries; Orange Labs; the green points system",
        "the green belt, the black box, grey literature",
        "the pink slip, red tape, the blue-collar jobs",
    ],
)
def test_colours_that_are_names_or_figures_of_speech_are_right(words: str) -> None:
    assert told.of(colour_alone, case(f"They spoke of {words}.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "see above",
        "see below",
        "as shown above",
        "the table below",
        "the figure on the left",
        "in the right-hand column",
    ],
)
def test_what_only_its_place_tells_is_told(words: str) -> None:
    (problem,) = told.of(place_alone, case(f"Few stayed ({words}) in the end."))

    assert problem.message == f"`{words}` tells by its place alone what is meant"


@pytest.mark.parametrize(
    "words",
    [
        "above all, those below the line",
        "see above all the large ones",
        "temperatures above and below what was expected",
        "parties on the left and on the right",
        "the list at the top of the agenda",
        "a share below 3 per cent, from the bottom up",
        "the map of the left bank",
        "levels above the region and below the state",
    ],
)
def test_places_that_are_meant_otherwise_are_right(words: str) -> None:
    assert told.of(place_alone, case(f"They counted {words}.")) == []
