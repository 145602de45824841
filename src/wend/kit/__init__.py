"""The ground floor: clock, ids, settings, errors and texts. No customer word appears here."""
