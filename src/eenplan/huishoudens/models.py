"""Persons, where they live, who they belong to. The person is the unit; a household is an observation with dates."""

from __future__ import annotations

from django.db import models

from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Persoon(models.Model):
    """A person, known to one municipality.

    Two records of one person are joined by `samengevoegd_in`; keys never change.
    `naam` is "voornaam tussenvoegsel achternaam", `sorteernaam` "achternaam, voornaam tussenvoegsel"; `zoeknaam`
    is the folded surname, for exact search together with the date of birth.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    sorteernaam = models.CharField(max_length=200)
    zoeknaam = models.CharField(max_length=200)
    geboortedatum = models.DateField(null=True)
    bsn_versleuteld = models.BinaryField(null=True)
    bsn_zoeksleutel = models.BinaryField(null=True)
    samengevoegd_in = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    versie = models.IntegerField(default=1)

    class Meta:
        db_table = "huishoudens_persoon"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "bsn_zoeksleutel"], name="persoon_bsn"),
            models.CheckConstraint(
                condition=models.Q(bsn_versleuteld__isnull=True, bsn_zoeksleutel__isnull=True)
                | models.Q(bsn_versleuteld__isnull=False, bsn_zoeksleutel__isnull=False),
                name="persoon_bsn_compleet",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "zoeknaam", "geboortedatum"], name="persoon_zoeken")
        ]


class Contact(models.Model):
    """How to reach somebody: telephone and mail, encrypted, with the safe way if there is one (U19)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    telefoon_versleuteld = models.BinaryField(null=True)
    mail_versleuteld = models.BinaryField(null=True)
    veilige_weg = models.CharField(max_length=200)

    class Meta:
        db_table = "huishoudens_contact"


class Adres(models.Model):
    """An address, encrypted. Secrecy is a property of the address that every output carries (T25).

    The area is not secret by itself and stands in clear for routing, unless the address is secret.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    adres_versleuteld = models.BinaryField()
    gebied_sleutel = models.CharField(max_length=60)
    geheim = models.BooleanField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "huishoudens_adres"


class Relatie(models.Model):
    """How two people stand to each other; for a parent also whether they have authority, and until when."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    ander = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    gezag = models.BooleanField()
    beperkt = models.BooleanField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "huishoudens_relatie"


class Huishouden(models.Model):
    """Has no content of its own: it only ties memberships together."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")

    class Meta:
        db_table = "huishoudens_huishouden"


class Lid(models.Model):
    """Somebody lives in a household from a date until a date; a child may live in two."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    huishouden = models.ForeignKey(Huishouden, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "huishoudens_lid"
