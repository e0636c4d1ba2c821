from django.db import migrations, models


class Migration(migrations.Migration):
    """A resident may say in a thousand characters why it came late; four hundred fitted."""

    dependencies = [("rechtsbescherming", "0004_een_index_genoeg")]

    operations = [
        migrations.AlterField("zaak", "waarom_later", models.CharField(max_length=1000)),
    ]
