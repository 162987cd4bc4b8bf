"""One edition of one municipality's handbook: records, language, links and pages, made once for every exit."""
