"""Who is to be looked at although nothing happened: a consent was told, an account changed, a list was replaced.

What is written here is no truth of its own. It says that something kept elsewhere changed, in the transaction that
changed it, so that whoever follows people need not enumerate them. A row per identifier and reason, with the number of
the last time: it never outgrows the people it is about.
"""
