"""Parses YAML files into declared records with positions."""
