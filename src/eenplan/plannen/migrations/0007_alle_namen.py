from django.db import migrations, models


class Migration(migrations.Migration):
    """Who decides together stands with all names on what was decided (L11): 120 characters were for one."""

    dependencies = [("plannen", "0006_een_index_genoeg")]

    operations = [migrations.AlterField("besluitmoment", "door", models.TextField())]
