"""The exit to print, as accessible PDFs: the whole handbook, and sheets. Only here is WeasyPrint imported."""
