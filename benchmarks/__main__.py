"""`python -m benchmarks` runs every comparison and writes the report."""

from benchmarks.report import main

main()
