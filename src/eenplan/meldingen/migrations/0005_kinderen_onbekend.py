from django.db import migrations, models


class Migration(migrations.Migration):
    """Not asked is not "no". What was stored before stays: an answer cannot be told from a default."""

    dependencies = [("meldingen", "0004_een_index_genoeg")]

    operations = [
        migrations.AlterField("melding", "kinderen_onder_18", models.BooleanField(null=True)),
    ]
