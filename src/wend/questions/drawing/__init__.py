"""Answers as drawings: one shape for each kind of number, one line in `drawn.py` for each question."""
