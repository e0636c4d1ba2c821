from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("uitvoering", "0002_inwoner_schrijft")]

    operations = [
        migrations.RemoveIndex("opdracht", "opdracht_persoon"),
        migrations.RemoveIndex("traject", "traject_persoon"),
    ]
