"""RULES, the tuple of all checks across records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.rules import (
    actor_name,
    as_told_source,
    bad_link,
    blanks,
    colour_alone,
    course_steps,
    cycle,
    dates_in_order,
    duplicate_id,
    figure_form,
    figure_home,
    idle_alt,
    idle_link,
    limits_unanswered,
    missing_image,
    model_parts,
    native_name,
    no_locator,
    parts_and_whole,
    place_alone,
    placeholder,
    same_name,
    self_link,
    single_brackets,
    title_form,
    uncited_paragraph,
    uncited_source,
    unknown_address,
    unknown_place,
    unknown_record,
    unknown_source,
    unknown_term,
    unlinked_name,
    unused_concept,
    unused_source_of_case,
    wrong_kind,
)

Rule = Callable[[Catalogue], Iterator[Problem]]

RULES: tuple[ModuleType, ...] = (
    unknown_record,
    bad_link,
    wrong_kind,
    unknown_source,
    unknown_term,
    unknown_place,
    unknown_address,
    duplicate_id,
    cycle,
    blanks,
    limits_unanswered,
    actor_name,
    figure_form,
    figure_home,
    parts_and_whole,
    dates_in_order,
    no_locator,
    model_parts,
    course_steps,
    missing_image,
    single_brackets,
    self_link,
    placeholder,
    as_told_source,
    native_name,
    same_name,
    title_form,
    idle_link,
    idle_alt,
    colour_alone,
    place_alone,
    uncited_paragraph,
    uncited_source,
    unlinked_name,
    unused_concept,
    unused_source_of_case,
)


def check_all(catalogue: Catalogue) -> list[Problem]:
    """Run every rule."""
    return [problem for rule in RULES for problem in rule.check(catalogue)]
