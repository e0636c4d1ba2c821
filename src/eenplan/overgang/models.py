"""An indication of an earlier law that still runs. It is content of one person; lists know it as a line of work."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.meldingen.models import Melding
from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Indicatie(models.Model):
    """What runs, by whom, until when; when the conversation about what comes after it is, and who comes along."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    melding = models.ForeignKey(Melding, models.PROTECT, related_name="+")
    voorziening = models.CharField(max_length=80)
    wat = models.CharField(max_length=200)
    aanbieder_naam = models.CharField(max_length=120)
    tot = models.DateField()
    gesprek_op = models.DateField()
    gesproken_op = models.DateField(null=True)
    begeleider_naam = models.CharField(max_length=120)
    begeleider_organisatie = models.CharField(max_length=120)
    verteld_op = models.DateField(null=True)
    verteld_door = models.CharField(max_length=120)

    class Meta:
        db_table = "overgang_indicatie"
