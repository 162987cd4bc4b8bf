"""The language the command line speaks: bokmål, unless HANDBOK_LANGUAGE names another."""

from __future__ import annotations

import os

from builder.i18n import LANGUAGES, SOURCE_LANGUAGE, translations

VARIABLE = "HANDBOK_LANGUAGE"

_wanted = os.environ.get(VARIABLE, SOURCE_LANGUAGE)
LANGUAGE = _wanted if _wanted in LANGUAGES else SOURCE_LANGUAGE
_ = translations(LANGUAGE).gettext
CHOICES = ", ".join(LANGUAGES)
