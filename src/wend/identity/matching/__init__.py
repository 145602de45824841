"""Are these records one person? Names, birth dates, addresses and contacts compared, weighed and clustered. Pure."""
