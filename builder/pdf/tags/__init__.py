"""What a PDF says to those who listen: `mending.mend` is the way in."""
