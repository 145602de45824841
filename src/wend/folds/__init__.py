"""Every journey question: one file each, one shape, one set of laws."""
