from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    """Papers and what must be settled first: of who has the question or decides on it (docs/adr/0033)."""

    dependencies = [
        ("besluiten", "0005_een_index_genoeg"),
        ("inzage", "0007_zien_is_geen_schrijven"),
    ]

    operations = [
        # A resident asks for a decision.
        sloten.geschreven_door(
            "besluiten_aanvraag",
            f"{sloten.BESLIS} OR (SELECT pol.is_inwoner())",
            wijzigt=sloten.BESLIS,
        ),
        *(
            sloten.geschreven_door(f"besluiten_{tabel}", sloten.BESLIS)
            for tabel in ("stuk", "verteld", "vervolg")
        ),
    ]
