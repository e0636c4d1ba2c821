"""The one clock. Use cases and screens ask here, never `datetime.now`: the demo may set another day."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")

_nu: ContextVar[datetime | None] = ContextVar("nu", default=None)


def zet(moment: datetime | None) -> None:
    """Set the moment of this request; None goes back to the real clock."""
    _nu.set(moment)


def nu() -> datetime:
    """The moment of this request, in Dutch time."""
    return (_nu.get() or datetime.now(NEDERLAND)).astimezone(NEDERLAND)


def vandaag() -> date:
    """Today in the Netherlands, as this request knows it."""
    return nu().date()


def dag(moment: datetime) -> date:
    """The day of a moment in the Netherlands. The database answers in UTC: just after midnight that is yesterday."""
    return moment.astimezone(NEDERLAND).date()
