"""`python -m wend` is the command line."""

from wend.cli import main

if __name__ == "__main__":
    main()
