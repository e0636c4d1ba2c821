from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("rechtsbescherming", "0003_van_wie_het_zei")]

    operations = [
        migrations.RemoveIndex("zaak", "zaak_persoon"),
    ]
