"""What a contact card says beside name and number, in the municipality's own language."""

from __future__ import annotations

from collections.abc import Iterator

from builder.edition.edition import Edition
from builder.facts.answering import answering, is_away
from builder.model.fields import is_placeholder_phone
from builder.model.service import Contact, Deputy, Service
from builder.prose import clause, plain


class ContactTexts:
    """The texts of one edition's cards."""

    def __init__(self, edition: Edition) -> None:
        self.municipality = edition.handbook.municipality
        self.today = edition.handbook.today
        self.public = edition.handbook.is_public
        self._ = edition.language.translate
        self.phrases = edition.language.phrases

    def category(self, service: Service) -> str:
        """The kind of service."""
        return self.phrases.label(service.category)

    def note(self, service: Service, contact: Contact) -> str:
        """Vacancy, deputy, hours, what to ask about, and when the card was last verified, a line each."""
        return "\n".join(self._lines(service, contact))

    def _lines(self, service: Service, contact: Contact) -> Iterator[str]:
        _ = self._
        answers = answering(contact, self.today)
        yield from self._held(contact)
        if answers.stands_in and self._rings(answers.first.phone):
            yield _("Nummeret på kortet går til {deputy}.").format(deputy=clause(answers.first.role))
        if contact.responsibility:
            yield _("Kontakt om: {what}").format(what=plain(contact.responsibility))
        if contact.area:
            yield _("Dekker: {area}").format(area=contact.area)
        if contact.languages:
            yield _("Språk: {languages}").format(languages=self.phrases.listed(contact.languages))
        hours = contact.hours or service.phone_hours or service.opening_hours
        if hours:
            yield _("Treffes: {hours}").format(hours="; ".join(self.phrases.hours(one) for one in hours))
        yield from self._deputy(contact.deputy)
        if answers.first.phone and not self._rings(answers.first.phone):
            yield _("Telefonnummeret er ikke lagt inn ennå.")
        yield from self._verified(contact)
        yield _("Fra {title}. Roller og numre endres: det er håndboka som gjelder.").format(
            title=clause(self.municipality.title)
        )
        if self.municipality.demonstration:
            yield _("Demonstrasjonsdata, ikke kommunens egen håndbok.")

    def _held(self, contact: Contact) -> Iterator[str]:
        if contact.vacant:
            yield self._("Stillingen er ubesatt.")
        if contact.away_until and is_away(contact, self.today):
            yield self._("Borte til og med {date}.").format(date=self.phrases.date(contact.away_until))

    def _deputy(self, deputy: Deputy | None) -> Iterator[str]:
        if deputy is None:
            if not self.public:
                yield self._("Ved fravær: ingen stedfortreder")
            return
        phone = deputy.phone if self._rings(deputy.phone) else None
        told = ", ".join(part for part in (deputy.role, deputy.person, phone, deputy.email) if part)
        yield self._("Ved fravær: {deputy}").format(deputy=told)

    @staticmethod
    def _rings(phone: str | None) -> bool:
        return phone is not None and not is_placeholder_phone(phone)

    def _verified(self, contact: Contact) -> Iterator[str]:
        """How it was verified is for those who work there, and so is that it never was."""
        if contact.verified and self.public:
            yield self._("Sist kontrollert {date}.").format(date=self.phrases.date(contact.verified.date))
        elif contact.verified:
            yield self._("Sist kontrollert {date} av {who}: {how}").format(
                date=self.phrases.date(contact.verified.date), who=contact.verified.by, how=contact.verified.how
            )
        elif not self.public:
            yield self._("Aldri kontrollert.")
