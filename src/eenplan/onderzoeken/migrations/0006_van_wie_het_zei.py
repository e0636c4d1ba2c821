from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [
        ("onderzoeken", "0005_peiling_bij_leefgebied"),
        ("inzage", "0005_een_regel"),
    ]

    operations = [
        # What is said at home about a child is not for the parent who lives elsewhere, as with what one disagrees with.
        sloten.niet_voor_inwoners(
            "onderzoeken_peiling",
            "NOT (SELECT pol.is_inwoner()) OR gezien_door <> 'inwoner'"
            " OR persoon_id = ANY (ARRAY(SELECT pol.mijn_post()))",
        ),
    ]
