"""Systems that can only push JSON: their requests are checked, mapped like the rows of a file, and taken in."""
