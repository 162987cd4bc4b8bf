"""The exit to print: one accessible PDF of the whole handbook. Only here is WeasyPrint imported."""
