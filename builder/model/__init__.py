"""The records a handbook is made of: the one declaration of every field."""
