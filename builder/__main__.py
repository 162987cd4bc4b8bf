"""`python -m builder` is the command `handbok`."""

from builder.cli import main

main()
