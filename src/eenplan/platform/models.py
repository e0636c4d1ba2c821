"""The unit of access and the timeline. Both are tables every room stands on."""

from __future__ import annotations

from django.db import models


class Deel(models.Model):
    """The unit of access: one person's (or nobody's) content of one kind, with one responsible organisation.

    Made only through the database function `pol.nieuw_deel`. A signal without a person, a reporter's identity,
    a part under embargo and the retention per law are all properties of a deel (docs/adr/0001).
    """

    id = models.UUIDField(primary_key=True)
    gemeente_id = models.UUIDField()
    betrokkene_id = models.UUIDField(null=True)
    rubriek = models.CharField(max_length=30)
    wet = models.CharField(max_length=10, null=True)
    verantwoordelijke_id = models.UUIDField(null=True)
    geheim = models.BooleanField()
    niet_voor_ouders = models.BooleanField()
    request_id = models.UUIDField()
    aangemaakt = models.DateTimeField()

    class Meta:
        db_table = "platform_deel"
        indexes = [
            models.Index(fields=["betrokkene_id"], name="deel_betrokkene"),
            models.Index(fields=["request_id"], name="deel_request"),
        ]


class Gebeurtenis(models.Model):
    """One event. Append-only by grant; no foreign keys, so that the log outlives what it describes."""

    id = models.UUIDField(primary_key=True)
    gemeente_id = models.UUIDField()
    request_id = models.UUIDField()
    soort = models.CharField(max_length=60)
    over_id = models.UUIDField()
    betrokkene_id = models.UUIDField(null=True)
    deel_id = models.UUIDField()
    moment = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor_naam = models.CharField(max_length=200)
    organisatie_naam = models.CharField(max_length=200)
    gegevens = models.JSONField()

    class Meta:
        db_table = "platform_gebeurtenis"
        indexes = [
            models.Index(fields=["betrokkene_id", "-moment"], name="gebeurtenis_tijdlijn"),
            models.Index(fields=["over_id"], name="gebeurtenis_over"),
            models.Index(fields=["deel_id"], name="gebeurtenis_deel"),
        ]
