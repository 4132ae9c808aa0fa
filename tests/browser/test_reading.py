"""What axe cannot see, on one page of each kind: small windows, large type, wide spacing, forced colours, stillness, targets."""

from __future__ import annotations

from typing import Any

import pytest
from auditing import DARK, LIGHT
from figuring import note_figure
from looking import ENLARGED, FORCED, LOOKS, NARROW, PAPER, SPACING, Look, seen_by, seen_on

# One fault of each kind: what is in the page, how the reader looks at it, and the script that must see it.
FAULTS = [
    ("sticks-out", NARROW, '<div style="width: 900px">wide</div>'),
    ("scrolls-by-itself", NARROW, '<article><div style="overflow: auto"><p style="width: 900px">w</p></div></article>'),
    ("cut-off", DARK, '<article><p style="overflow: hidden; height: 9px">cut off</p></article>'),
    ("one-on-another", DARK, '<article><p>under</p><p style="margin-top: -2.2em">over</p></article>'),
    (
        "in-the-way",
        ENLARGED,
        '<header style="position: sticky; top: 0; height: 99px">head</header><p style="height: 999px">',
    ),
    ("no-room", ENLARGED, '<div style="overflow: auto; height: 9px"><p>one</p><p>two</p></div>'),
    ("moves", LIGHT, '<p style="transition: color 1s">moves</p>'),
    (
        "moves",
        LIGHT,
        "<style>@keyframes a { to { opacity: 0 } } p::after { content: '!'; animation: a 9s }</style><p>a</p>",
    ),
    ("moves", LIGHT, "<p>a</p><script>document.querySelector('p').animate([{ opacity: 0 }], 9000)</script>"),
    ("moves", LIGHT, "<style>html { scroll-behavior: smooth }</style><p>a</p>"),
    ("small-target", LIGHT, '<button style="width: 12px; height: 12px; padding: 0">x</button><button>y</button>'),
    ("faint-edge", LIGHT, '<input style="border: 1px solid #ddd">'),
    ("faint-edge", DARK, '<select style="border: 0; background: none"><option>a</select>'),
    ("pale", PAPER, '<p style="color: #aebbc2">pale</p>'),
    ("useless-on-paper", PAPER, "<button>Copy</button>"),
    ("lost", LIGHT | FORCED, '<p style="forced-color-adjust: none; color: #fff; background: #fff">lost</p>'),
    ("lost", DARK | FORCED, '<svg style="forced-color-adjust: none"><text y="20" fill="#222">drawn</text></svg>'),
    (
        "lost",
        LIGHT | FORCED,
        "<style>p::after { content: ''; mask-image: linear-gradient(red, red); background: red }</style><p>a",
    ),
    ("lost", LIGHT | FORCED, '<button style="border: 0; width: 30px; height: 30px"></button>'),
    (
        "lost",
        LIGHT | FORCED,
        '<ul><li><a href="#" aria-current="page" style="color: red">here</a><li><a href="#">there</a></ul>',
    ),
]


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_nothing_is_lost_on_one_page_of_each_kind(
    chromium: Any, one_page_of_each_kind: tuple[str, ...], look: Look
) -> None:
    found = seen_on(chromium, one_page_of_each_kind, look)

    checks = len(one_page_of_each_kind) * len(look.scripts)
    note_figure("faults-that-axe-cannot-see", len(found), of=checks, tools=(f"Chromium {chromium.version}",))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("script", "setting", "body"), FAULTS)
def test_each_script_sees_the_fault_that_it_looks_for(
    chromium: Any, script: str, setting: dict[str, Any], body: str
) -> None:
    with chromium.new_context(**setting) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html>{body}")

        assert seen_by(page, Look("seeded", setting, (script,))) != []


def test_text_that_only_wide_spacing_cuts_off_is_seen(chromium: Any) -> None:
    body = '<!doctype html><article><p style="overflow: hidden; width: 9em; height: 1.2em; white-space: nowrap">not so long</p></article>'
    with chromium.new_context(**DARK) as context:
        page = context.new_page()
        page.set_content(body)
        before = seen_by(page, Look("as it is", DARK, ("cut-off",)))
        after = seen_by(page, Look("spaced", DARK, ("cut-off",), style=SPACING))

    assert (before, [line.split(":")[0] for line in after]) == ([], ["cut-off"])


@pytest.mark.parametrize(
    ("script", "body"),
    [
        ("small-target", '<p>Read <a href="#">a</a> or <a href="#b">b</a> of it.</p>'),
        (
            "small-target",
            '<button style="width: 12px; height: 12px; padding: 0; margin: 20px">x</button><button>y</button>',
        ),
        ("faint-edge", '<input style="border: 1px solid #777">'),
        ("one-on-another", "<article><p>over</p><p>under</p></article>"),
    ],
    ids=["links in a sentence", "far from others", "clear enough", "one below another"],
)
def test_what_is_allowed_is_no_fault(chromium: Any, script: str, body: str) -> None:
    with chromium.new_context(**LIGHT) as context:
        page = context.new_page()
        page.set_content(f"<!doctype html>{body}")

        assert seen_by(page, Look("allowed", LIGHT, (script,))) == []


def test_every_script_has_a_look_and_a_fault() -> None:
    assert {name for look in LOOKS for name in look.scripts} == {name for name, _, _ in FAULTS}
