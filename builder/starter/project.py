"""What lies beside the data: a page for the editors, the settings of their editor, and what git leaves out."""

from __future__ import annotations

from builder.schema.editor import editor_settings, schema_files
from builder.starter.answers import Answers
from builder.starter.filling import filled, starter_text

_SCHEMAS = ".vscode/schema"
_SETTINGS = '{"[yaml]": {"editor.insertSpaces": true, "editor.tabSize": 2}}'
_EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'
_IGNORED = "site/\n"


def project_files(answers: Answers, data: str) -> dict[str, str]:
    """Each file by its path from the folder that holds the data folder; `data` is what the data folder is called."""
    values = answers.values() | {"folder": f"{data}/{answers.id}/"}
    return {
        "README.md": filled(starter_text(answers.standard, "README.md"), values),
        ".gitignore": _IGNORED,
        ".vscode/settings.json": editor_settings(_SETTINGS, _SCHEMAS),
        ".vscode/extensions.json": _EXTENSIONS,
        **{f"{_SCHEMAS}/{name}": text for name, text in schema_files()},
    }
