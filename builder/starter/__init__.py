"""A handbook to begin with: commented files in bokmål and nynorsk, filled in for one municipality.

The files are in `nb` and `nn` beside this module, as they will stand; `<<name>>` is where an answer goes (see
`filling`).
"""
