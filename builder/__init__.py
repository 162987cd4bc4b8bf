"""Handbok: YAML about a municipality's services, people, meetings and rules, made into a site and a book."""

__version__ = "0.2.0"
