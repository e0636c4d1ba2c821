"""Who may see what, in words. The database decides (`sql/inzage.sql`); this is the vocabulary both share.

The order, forbid first: named block > private relation to anyone in the household > secrecy > break-glass >
involvement with a matching purpose > own person or parental authority > deny.
"""

from __future__ import annotations

from enum import StrEnum


class Rubriek(StrEnum):
    """The kinds of content a deel can hold."""

    IDENTITEIT = "identiteit"
    CONTACT = "contact"
    ADRES = "adres"
    HUISHOUDEN = "huishouden"
    MELDING = "melding"
    MELDER = "melder"
    ONDERZOEK = "onderzoek"
    GEZONDHEID = "gezondheid"
    VEILIGHEID = "veiligheid"
    PLAN = "plan"
    INZET = "inzet"
    BESLUIT = "besluit"
    BRIEF = "brief"
    SIGNAAL = "signaal"
    RECHTSBESCHERMING = "rechtsbescherming"


class Doel(StrEnum):
    """Why somebody opens a file. An involvement opens nothing for another purpose than its own."""

    TOEGANG = "toegang"
    UITVOERING = "uitvoering"
    BESLUITVORMING = "besluitvorming"
    ADMINISTRATIE = "administratie"
    INWONER = "inwoner"


VOORRANG = (Doel.TOEGANG, Doel.BESLUITVORMING, Doel.UITVOERING, Doel.ADMINISTRATIE)
"""When an organisation works for somebody for more than one purpose, the one that shows most comes first."""


class Niveau(StrEnum):
    """*Dat* somebody is helped, or *wat* about."""

    DAT = "dat"
    WAT = "wat"


# Team that has the question: everything needed to investigate and plan, the reporter's identity and secrets excepted.
TOEGANG_RUBRIEKEN = (
    Rubriek.IDENTITEIT,
    Rubriek.CONTACT,
    Rubriek.ADRES,
    Rubriek.HUISHOUDEN,
    Rubriek.MELDING,
    Rubriek.ONDERZOEK,
    Rubriek.GEZONDHEID,
    Rubriek.VEILIGHEID,
    Rubriek.PLAN,
    Rubriek.INZET,
    Rubriek.BESLUIT,
    Rubriek.BRIEF,
)
# Who helps: whose help it is and how to reach them; goals and inzet follow one by one.
UITVOERING_RUBRIEKEN = (Rubriek.IDENTITEIT, Rubriek.CONTACT)
# Who decides on an aanvraag: what the decision rests on.
BESLUIT_RUBRIEKEN = (
    Rubriek.IDENTITEIT,
    Rubriek.CONTACT,
    Rubriek.ADRES,
    Rubriek.MELDING,
    Rubriek.ONDERZOEK,
    Rubriek.PLAN,
    Rubriek.INZET,
    Rubriek.BESLUIT,
    Rubriek.BRIEF,
)
