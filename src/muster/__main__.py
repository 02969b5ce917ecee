"""`python -m muster` is `muster`."""

from muster.cli.entry import main

main()
