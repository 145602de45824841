"""Pairs of people who may be one: found by matching, decided by a person."""
