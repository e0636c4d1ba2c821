from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("berichten", "0003_inwoner_schrijft")]

    operations = [
        migrations.RemoveIndex("brief", "brief_persoon"),
    ]
