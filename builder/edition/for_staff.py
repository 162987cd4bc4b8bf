"""What an edition that is not for everybody says of itself, to readers and to search engines."""

from __future__ import annotations

from builder.i18n import N_

#: Stands on every page, print, feed and calendar.
NOTICE = N_("Intern utgave – ikke del utenfor kommunen")
ROBOTS = "robots.txt"
#: Asks search engines to read nothing. It keeps nobody out: that is for the web server (docs/tilgang.nb.md).
NOBODY = "User-agent: *\nDisallow: /\n"
