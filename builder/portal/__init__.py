"""The exit over all handbooks: one page that leads to each that is published in a folder."""
