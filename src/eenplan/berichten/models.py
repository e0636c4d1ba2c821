"""Letters, the paper that left, and what still has to be delivered."""

from __future__ import annotations

from django.db import models

from eenplan.huishoudens.models import Persoon
from eenplan.organisaties.models import Gemeente
from eenplan.platform.models import Deel


class Brief(models.Model):
    """A letter to one reader. Its key is the key of its own deel: who may open that deel may read the letter.

    `persoon` is whom it is about, in whose file it is kept; `ontvanger` who gets this copy: a parent gets one of their
    own (waarborg 11). `inhoud` is what the letter says, without who receives it: an address is read when the paper is
    made. `aan` is how the reader was named on what left; an address is only on the paper itself.
    """

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey(Persoon, models.PROTECT, related_name="+")
    aan = models.JSONField(default=dict)
    over_id = models.UUIDField()
    soort = models.CharField(max_length=30)
    kenmerk = models.CharField(max_length=20)
    onderwerp = models.CharField(max_length=300)
    inhoud = models.JSONField()
    sjabloonversie = models.IntegerField()
    toestand = models.CharField(max_length=10)
    opgesteld_op = models.DateTimeField()
    opgesteld_door = models.CharField(max_length=200)
    verzonden_op = models.DateTimeField(null=True)
    bezorging = models.CharField(max_length=12, null=True)
    sha256 = models.CharField(max_length=64, null=True)

    class Meta:
        db_table = "berichten_brief"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("deel_id")), name="brief_is_eigen_deel"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    toestand="verzonden",
                    verzonden_op__isnull=False,
                    bezorging__isnull=False,
                    sha256__isnull=False,
                )
                | (
                    ~models.Q(toestand="verzonden")
                    & models.Q(
                        verzonden_op__isnull=True, bezorging__isnull=True, sha256__isnull=True
                    )
                ),
                name="brief_verzonden_is_bewaard",
            ),
        ]
        indexes = [
            models.Index(fields=["over_id"], name="brief_over"),
        ]


class Bestand(models.Model):
    """The bytes that left, encrypted. Written once; nobody may change or remove them."""

    brief = models.OneToOneField(Brief, models.PROTECT, primary_key=True, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    deel = models.ForeignKey(Deel, models.PROTECT, related_name="+")
    pdf_versleuteld = models.BinaryField()

    class Meta:
        db_table = "berichten_bestand"


class Uitgaand(models.Model):
    """The outbox: a letter that must leave, for the party that posts or hands it over. No content, no name."""

    id = models.UUIDField(primary_key=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    partij_id = models.UUIDField()
    brief = models.ForeignKey(Brief, models.PROTECT, related_name="+")
    bezorging = models.CharField(max_length=12)
    klaargezet = models.DateTimeField()
    opgehaald = models.DateTimeField(null=True)

    class Meta:
        db_table = "berichten_uitgaand"
        indexes = [
            models.Index(
                fields=["partij_id", "klaargezet"],
                condition=models.Q(opgehaald__isnull=True),
                name="uitgaand_wacht",
            )
        ]
