"""How fast the builder is, beside what others need for the same work. `make benchmark` measures; it tests nothing."""
