from django.db import migrations

from eenplan.platform import sloten


class Migration(migrations.Migration):
    dependencies = [("onderzoeken", "0004_een_index_genoeg")]

    operations = [sloten.onder_een_deel("onderzoeken_peiling", "leefgebied")]
