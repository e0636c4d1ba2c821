from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("onderzoeken", "0003_peiling")]

    operations = [
        migrations.RemoveIndex("onderzoek", "onderzoek_persoon"),
        migrations.RemoveIndex("onderzoek", "onderzoek_melding"),
    ]
