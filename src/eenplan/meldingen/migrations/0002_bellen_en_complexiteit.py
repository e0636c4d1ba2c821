from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meldingen", "0001_initial")]

    operations = [
        migrations.AddField("melding", "ambtshalve", models.BooleanField(default=False)),
        migrations.AddField(
            "melding", "complexiteit", models.CharField(max_length=15, default="onbekend")
        ),
        migrations.AddField("melding", "complexiteit_reden", models.TextField(default="")),
        migrations.AddField("melding", "gebeld_op", models.DateField(null=True)),
        migrations.AddField("melding", "bereikt", models.BooleanField(default=False)),
        migrations.AddField("melding", "bel_opnieuw", models.DateField(null=True)),
    ]
