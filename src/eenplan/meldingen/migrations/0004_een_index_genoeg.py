from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("meldingen", "0003_inwoner_schrijft")]

    operations = [
        migrations.RemoveIndex("melder", "melder_melding"),
        migrations.RemoveIndex("melding", "melding_persoon"),
    ]
