"""Who there is: municipality, organisation, team, employee, mandate, area. Reference data, filled from the policy file.

Only `Medewerker` and `Teamlid` are personal data; they stay within their municipality.
"""

from __future__ import annotations

from django.db import models


class Gemeente(models.Model):
    """A municipality: its own controller in law, and the border no query crosses."""

    id = models.UUIDField(primary_key=True)
    sleutel = models.CharField(max_length=40, unique=True)
    naam = models.CharField(max_length=80)
    cbs_code = models.CharField(max_length=4)

    class Meta:
        db_table = "organisaties_gemeente"


class Gebied(models.Model):
    """A wijk, or an area of a neighbourhood team within it."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=60)
    naam = models.CharField(max_length=80)
    wijk_sleutel = models.CharField(max_length=60)

    class Meta:
        db_table = "organisaties_gebied"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "sleutel"], name="gebied_sleutel")
        ]


class Organisatie(models.Model):
    """An organisation that works in this municipality. `soort` is one of `regels.OrganisatieSoort`."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=60)
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=30)
    telefoon = models.CharField(max_length=20)
    mail = models.CharField(max_length=120)

    class Meta:
        db_table = "organisaties_organisatie"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "sleutel"], name="organisatie_sleutel")
        ]


class Team(models.Model):
    """A team of an organisation, tied to an area or to a kind of school, or city-wide."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=80)
    naam = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=20)

    class Meta:
        db_table = "organisaties_team"
        constraints = [models.UniqueConstraint(fields=["gemeente", "sleutel"], name="team_sleutel")]


class Medewerker(models.Model):
    """An employee. Access lives on employment, team and assignment, each with an end."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=40)
    registratie = models.CharField(max_length=60)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "organisaties_medewerker"


class Teamlid(models.Model):
    """Membership of a team, with dates."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "organisaties_teamlid"


class Mandaat(models.Model):
    """A written mandate of the college to an organisation, per law and kind.

    Awb 10:3-10:5; Wmo 2.6.3 lid 2; Jeugdwet 2.11.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    functie = models.CharField(max_length=120)
    wet = models.CharField(max_length=10)
    soort = models.CharField(max_length=20)
    van = models.DateField()
    tot = models.DateField(null=True)
    publicatie = models.CharField(max_length=200)
    bron = models.CharField(max_length=300)

    class Meta:
        db_table = "organisaties_mandaat"
