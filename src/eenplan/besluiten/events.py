from eenplan.platform.gebeurtenissen import soort

AANVRAAG_VASTGELEGD = soort("aanvraag.vastgelegd", "{door} vraagt een besluit")
AANVRAAG_GELDT = soort("aanvraag.geldt", "Het verzoek om een besluit is nu een aanvraag")
STUK_OPGESTELD = soort("stuk.opgesteld", "Er staat een brief klaar: {wat}")
STUK_BIJGEWERKT = soort("stuk.bijgewerkt", "Er is verder gewerkt aan een brief: {wat}")
STUK_MEEGELEZEN = soort("stuk.meegelezen", "{naam} las mee zonder eigen belang")
STUK_VERVALLEN = soort("stuk.vervallen", "Een brief is vervallen: {wat}")
VERWIJSBRIEF_VERZONDEN = soort("stuk.verwijsbrief", "De verwijsbrief is verstuurd")
TOEKENNING_VERZONDEN = soort("stuk.toekenning", "Het besluit is verstuurd: hulp toegekend")
AFWIJZING_VERZONDEN = soort("stuk.afwijzing", "Het besluit is verstuurd: aanvraag afgewezen")
VERTELLEN = soort("besluit.vertellen", "De inwoner moet nog horen dat een besluit vragen kan")
VERTELD = soort("besluit.verteld", "Verteld dat de inwoner altijd een besluit kan vragen")
AANVRAAG_BESLOTEN = soort("aanvraag.besloten", "Op de aanvraag is besloten")
