"""Seasons: quiet and busy times of the business, by which silences are measured."""
