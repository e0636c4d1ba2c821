"""Work to do: who, what, about which file, before when. A dat table: it never says what the help is about."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente, Medewerker


class Item(models.Model):
    """One row is one line on a list. `partij_id` is a team or an organisation, `titel` the name of the person.

    After `zichtbaar_tot` the line shows on no list any more: what it was about is gone by itself.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    partij_id = models.UUIDField()
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    medewerker_naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=30)
    over_id = models.UUIDField()
    persoon = models.ForeignKey(Persoon, models.PROTECT, null=True, related_name="+")
    titel = models.CharField(max_length=200)
    wat = models.CharField(max_length=120)
    vervalt = models.DateField(null=True)
    spoed = models.BooleanField()
    toestand = models.CharField(max_length=10, default="open")
    aangemaakt = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True)
    zichtbaar_tot = models.DateField(null=True)

    class Meta:
        db_table = "werk_item"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(toestand="open", klaar_op__isnull=True)
                | models.Q(toestand="klaar", klaar_op__isnull=False),
                name="werk_klaar_heeft_moment",
            )
        ]
        indexes = [
            models.Index(
                fields=["partij_id", "vervalt"],
                condition=models.Q(toestand="open"),
                name="werk_open_partij",
            ),
            models.Index(
                fields=["medewerker", "vervalt"],
                condition=models.Q(toestand="open"),
                name="werk_open_medewerker",
            ),
            models.Index(fields=["over_id"], name="werk_over"),
        ]
