"""The facts that access rests on, and the read log. Written only through the functions of `sql/inzage.sql`."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente, Medewerker
from eenplan.platform.models import Deel


class Betrokkenheid(models.Model):
    """A party (employee, team or organisation) is involved with a person, for a purpose, from a date until a date.

    Level *dat* tells only that there is help; *wat* opens the rubrieken named, or exactly one deel. `alleen_van_id`
    narrows it to what one organisation is responsible for: who registers a question of somebody already known gets
    no further into what others wrote.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    partij_id = models.UUIDField()
    partij_naam = models.CharField(max_length=120)
    partij_telefoon = models.CharField(max_length=20)
    niveau = models.CharField(max_length=3)
    rubrieken = ArrayField(models.CharField(max_length=30))
    deel = models.ForeignKey(Deel, models.PROTECT, null=True, related_name="+")
    wet = models.CharField(max_length=10, null=True)
    doel = models.CharField(max_length=20)
    grondslag = models.CharField(max_length=200)
    dat_is_wat = models.BooleanField()
    alleen_van_id = models.UUIDField(null=True)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        db_table = "inzage_betrokkenheid"
        indexes = [models.Index(fields=["partij_id"], name="betrokken_partij")]


class Blokkade(models.Model):
    """A named person or organisation the resident keeps out. Beats everything, break-glass included."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    tegen_id = models.UUIDField()
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        db_table = "inzage_blokkade"
        indexes = [models.Index(fields=["tegen_id"], name="blokkade_tegen")]


class PriveRelatie(models.Model):
    """An employee who privately knows somebody, or is that person: closes the whole household to them."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        db_table = "inzage_priverelatie"


class Geheimhouder(models.Model):
    """Who may see a secret deel: listed by name, never by rule."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    actor_id = models.UUIDField()
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        db_table = "inzage_geheimhouder"


class Noodtoegang(models.Model):
    """Break-glass: one employee, one person, a reason, at most a day; never a secret deel, never past a block."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    reden = models.CharField(max_length=400)
    van = models.DateTimeField()
    tot = models.DateTimeField()

    class Meta:
        db_table = "inzage_noodtoegang"


class Leesregel(models.Model):
    """One line of the read log, and the ticket: content shows only beside such a line of this request."""

    id = models.UUIDField(primary_key=True)
    gemeente_id = models.UUIDField()
    request_id = models.UUIDField()
    actor_id = models.UUIDField(null=True)
    actor_soort = models.CharField(max_length=12, null=True)
    organisatie_id = models.UUIDField(null=True)
    persoon_id = models.UUIDField(null=True)
    personen = ArrayField(models.UUIDField(), null=True)
    delen = ArrayField(models.UUIDField())
    rubrieken = ArrayField(models.CharField(max_length=30))
    soort = models.CharField(max_length=12)
    doel = models.CharField(max_length=20)
    grond = models.CharField(max_length=40)
    moment = models.DateTimeField()

    class Meta:
        db_table = "inzage_leesregel"
        indexes = [
            models.Index(fields=["request_id"], name="lees_request"),
            models.Index(fields=["persoon_id", "-moment"], name="lees_persoon"),
        ]
