from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("organisaties", "0001_initial")]

    operations = [
        migrations.RemoveIndex("medewerker", "medewerker_organisatie"),
        migrations.RemoveIndex("teamlid", "teamlid_medewerker"),
    ]
