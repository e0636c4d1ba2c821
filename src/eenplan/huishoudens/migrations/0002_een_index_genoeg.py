from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("huishoudens", "0001_initial")]

    operations = [
        migrations.RemoveIndex("adres", "adres_persoon"),
        migrations.RemoveIndex("contact", "contact_persoon"),
        migrations.RemoveIndex("lid", "lid_persoon"),
        migrations.RemoveIndex("lid", "lid_huishouden"),
        migrations.RemoveIndex("relatie", "relatie_persoon"),
        migrations.RemoveIndex("relatie", "relatie_ander"),
    ]
