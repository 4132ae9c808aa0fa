"""Turns structured records of policy cases into a published, searchable, comparable, citable site."""
