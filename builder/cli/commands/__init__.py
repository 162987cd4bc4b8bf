"""The commands and their options, grouped by what they are for. What one does is in the module it is named after."""
