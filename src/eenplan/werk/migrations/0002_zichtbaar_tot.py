from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("werk", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="item",
            name="zichtbaar_tot",
            field=models.DateField(null=True),
        ),
    ]
