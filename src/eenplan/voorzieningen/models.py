"""The catalogue and the social map: what there is, where, by whom. It cannot know persons."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from eenplan.organisaties.models import Gemeente, Organisatie


class Voorziening(models.Model):
    """One offer, from a day until a day. Without `aanbieder`: somebody from the own network, or still to be chosen.

    `dat_is_wat`: that somebody is helped here is itself content, so its name stays hidden (L14).
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    sleutel = models.CharField(max_length=80)
    naam = models.CharField(max_length=120)
    omschrijving = models.CharField(max_length=400)
    laag = models.CharField(max_length=20)
    voorziening = models.CharField(max_length=20)
    wetten = ArrayField(models.CharField(max_length=10))
    wijk_sleutel = models.CharField(max_length=60)
    dat_is_wat = models.BooleanField()
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        db_table = "voorzieningen_voorziening"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "sleutel", "van"], name="voorziening_sleutel"
            )
        ]
