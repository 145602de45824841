"""Methods of statistics as pure functions over numbers, one file each, with the source they come from."""
