"""Clocks that run for a file, each with its last day and the reason. A dat table."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente, Organisatie


class Looptijd(models.Model):
    """One clock. `toezicht` is the municipality itself, which sees the clocks of all it mandated (waarborg 7)."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    partij_id = models.UUIDField()
    toezicht = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    over_id = models.UUIDField()
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    begin = models.DateField()
    eind = models.DateField()
    grondslag = models.CharField(max_length=200)
    uitleg = models.CharField(max_length=600)
    voldaan_op = models.DateField(null=True)
    vervallen_op = models.DateField(null=True)

    class Meta:
        db_table = "termijnen_termijn"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(eind__gte=models.F("begin")), name="termijn_eindigt_na_begin"
            )
        ]
        indexes = [
            models.Index(fields=["over_id"], name="termijn_over"),
            models.Index(
                fields=["partij_id", "eind"],
                condition=models.Q(voldaan_op__isnull=True, vervallen_op__isnull=True),
                name="termijn_loopt_partij",
            ),
            models.Index(
                fields=["toezicht", "eind"],
                condition=models.Q(voldaan_op__isnull=True, vervallen_op__isnull=True),
                name="termijn_loopt_toezicht",
            ),
        ]
