"""YAML files to declared records with positions."""
