"""Personas: a few typical customers, each a condition and what sets its customers apart, from data and by people."""
