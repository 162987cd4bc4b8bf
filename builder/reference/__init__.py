"""The reference pages in docs/, made from the rules and the records: they cannot fall behind."""
