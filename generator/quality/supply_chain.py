"""Supply chain: what others wrote is named to the version, free to use, and what we meant to take."""

from __future__ import annotations

from generator.quality.measures import Measure, Point

SUPPLY_CHAIN = Point(
    "supply-chain",
    "What we take from others",
    "Each package is named by its exact version and the hash of its file, and its licence lets everybody use it. How to "
    "report a hole stands in SECURITY.md.",
    (
        Measure(
            "licences",
            "Packages whose licence is not among those that let everybody use, change and share",
            "pytest tests/test_supply_chain.py",
            "tests/test_supply_chain.py::test_a_licence_that_is_not_free_is_seen",
            "packages",
            at_most=0,
        ),
        Measure(
            "packages-without-hash",
            "Packages that are installed for tests without a hash of their file",
            "pytest tests/test_supply_chain.py",
            "tests/test_supply_chain.py::test_a_package_without_its_hash_is_seen",
            "packages",
            at_most=0,
        ),
        Measure(
            "actions-without-commit",
            "Steps of the workflows that take an action by a name that others can move, not by its commit",
            "pytest tests/test_workflows.py",
            "tests/test_workflows.py::test_an_action_by_its_tag_is_seen",
            "steps",
            at_most=0,
        ),
    ),
)
