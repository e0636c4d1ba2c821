from django.db import migrations


class Migration(migrations.Migration):
    """A foreign key has an index already: Django makes it. A second one only made every insert dearer."""

    dependencies = [("plannen", "0005_inwoner_schrijft")]

    operations = [
        migrations.RemoveIndex("akkoord", "akkoord_inzet"),
        migrations.RemoveIndex("deelnemer", "deelnemer_in"),
        migrations.RemoveIndex("doel", "doel_plan"),
        migrations.RemoveIndex("doel", "doel_persoon"),
        migrations.RemoveIndex("eigenregel", "eigenregel_doel"),
        migrations.RemoveIndex("inzet", "inzet_plan"),
        migrations.RemoveIndex("inzet", "inzet_doel"),
        migrations.RemoveIndex("mantelzorgregel", "mantelzorg_plan"),
        migrations.RemoveIndex("plan", "plan_persoon"),
    ]
