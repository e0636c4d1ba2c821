from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("besluiten", "0004_inwoner_schrijft")]

    operations = [
        migrations.RemoveIndex("aanvraag", "aanvraag_persoon"),
        migrations.RemoveIndex("stuk", "stuk_persoon"),
        migrations.RemoveIndex("stuk", "stuk_inzet"),
        migrations.RemoveIndex("verteld", "verteld_persoon"),
        migrations.RemoveIndex("vervolg", "vervolg_inzet"),
    ]
