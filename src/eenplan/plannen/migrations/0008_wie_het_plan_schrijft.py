from django.db import migrations

from eenplan.platform import sloten

HELPT_HIER = "organisatie_id = ANY (ARRAY(SELECT pol.mijn_partijen()))"
INWONER = "(SELECT pol.is_inwoner())"
UITZONDERING = "uitkomst <> 'uitzondering'"

GESTOPT = """
CREATE FUNCTION plannen_inzet_gestopt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF to_jsonb(NEW) - '{toestand,tot}'::text[] <> to_jsonb(OLD) - '{toestand,tot}'::text[] THEN
    RAISE EXCEPTION 'hulp die stopt blijft verder zoals zij was' USING ERRCODE = 'check_violation';
  END IF; RETURN NEW; END $$;
CREATE TRIGGER gestopt BEFORE UPDATE ON plannen_inzet
  FOR EACH ROW WHEN (NEW.toestand = 'beeindigd') EXECUTE FUNCTION plannen_inzet_gestopt();
"""


class Migration(migrations.Migration):
    """The plan is written by who has the question; who helps only ends the own help (docs/adr/0033)."""

    dependencies = [
        ("plannen", "0007_alle_namen"),
        ("inzage", "0007_zien_is_geen_schrijven"),
    ]

    operations = [
        *(
            sloten.geschreven_door(f"plannen_{tabel}", sloten.VRAAG)
            for tabel in (
                *("plan", "deelnemer", "mantelzorgregel"),
                *("netwerklid", "afbouwstap", "wederdienst"),
            )
        ),
        # A resident puts the own goal in other words.
        sloten.geschreven_door(
            "plannen_doel", sloten.VRAAG, wijzigt=f"{sloten.VRAAG} OR {INWONER}"
        ),
        # Who decides lets help begin or not; who gives it says when it stops, and changes nothing else.
        sloten.geschreven_door(
            "plannen_inzet",
            sloten.VRAAG,
            wijzigt=f"{sloten.BESLIS} OR ({HELPT_HIER} AND toestand = 'loopt')",
            wordt=f"{sloten.BESLIS} OR ({HELPT_HIER} AND toestand = 'beeindigd')",
        ),
        migrations.RunSQL(GESTOPT, migrations.RunSQL.noop),
        # Nobody answers in the place of the resident, and no resident undoes that help goes on without the own answer.
        sloten.geschreven_door(
            "plannen_akkoord",
            f"{sloten.VRAAG} AND zelf IS NOT TRUE",
            wijzigt=f"CASE WHEN {INWONER} THEN {UITZONDERING} ELSE {sloten.VRAAG} END",
            wordt=f"CASE WHEN {INWONER} THEN {UITZONDERING} ELSE {sloten.VRAAG} AND zelf IS NOT TRUE END",
        ),
        # What the policy answered is added to and never changed.
        sloten.geschreven_door("plannen_besluitmoment", sloten.BESLIS, wijzigt=""),
        # What a resident wrote is the resident's; a step of a specialist is nobody's to change.
        sloten.geschreven_door("plannen_eigenregel", "", wijzigt=f"{INWONER} AND soort <> 'stap'"),
        # And each under the file of whom it is about.
        *(sloten.gaat_over(f"plannen_{tabel}", "persoon_id") for tabel in ("doel", "inzet")),
        sloten.onder_een_deel(
            "plannen_akkoord",
            "inzet",
            *("plannen_besluitmoment", "plannen_afbouwstap", "plannen_wederdienst"),
        ),
    ]
