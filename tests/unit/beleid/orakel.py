"""The five arrangements once more, in plain ifs, written from the texts and not from the policy files.

Two things made by different hands that agree on everything are believed; this one is never used outside tests.
"""

import datetime as dt

from eenplan.beleid.woordenschat import Situatie

Uitkomst = tuple[str, str, str, bool, str | None, bool, str]
LICHT = ("begeleiding", "dagbesteding", "respijt")
VOORZIENINGEN_WMO = ("hulpmiddel", "woningaanpassing", "vervoer", "huishouden")


def _uit(
    document: str, vervolg: str, door: str, start: str | None, regel: str, *, zelf: bool = False
) -> Uitkomst:
    return document, vervolg, door, zelf, start, "beschikking" in document, regel


def _volwassen(s: Situatie) -> bool:
    return s.leeftijd is None or s.leeftijd >= 18


def _oneens(s: Situatie) -> bool:
    wil_toch = s.oordeel_inwoner == "wil_verwijzing" and s.oordeel_team == "niet_nodig"
    return s.oordeel_inwoner == "weigert_aanbod" or wil_toch


def _beschikking_kan(s: Situatie) -> bool:
    return s.oordeel_inwoner != "weigert_aanbod" or s.stap == "consulent"


def _beschikking(s: Situatie, door: str, regel: str, *, bijdrage: bool) -> Uitkomst:
    if s.oordeel_team == "twijfel":
        return _uit("geen", "overleg", door, None, regel)
    if s.oordeel_team == "niet_nodig":
        return _uit("afwijzingsbeschikking", "geen", door, None, regel)
    zelf = bijdrage and s.wet == "wmo" and _volwassen(s)
    return _uit("toekenningsbeschikking", "geen", door, "na_besluit", regel, zelf=zelf)


def wet(s: Situatie, eerste: str) -> Uitkomst | None:
    if s.wet == "jeugd" and s.verwijzer in ("gi", "rechter"):
        return _uit("geen", "geen", "verwijzer", "direct", "W1")
    if s.oordeel_inwoner == "niet_gevraagd":
        return _uit("geen", "contact", eerste, None, "W2")
    if s.wet == "wmo" and s.spoed:
        return _uit("toekenningsbeschikking", "geen", "gemeente", "direct", "W3")
    arts = s.verwijzer in ("huisarts", "medisch_specialist", "jeugdarts")
    if (
        s.wet == "jeugd"
        and arts
        and s.levering == "natura"
        and s.oordeel_inwoner != "vraagt_beschikking"
    ):
        return _uit("geen", "geen", "verwijzer", "direct", "W4")
    return None


def utrecht(s: Situatie) -> Uitkomst:
    if (s.levering == "pgb" or s.voorziening == "maatwerk") and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "1", bijdrage=True)
    if s.oordeel_inwoner == "vraagt_beschikking":
        return _beschikking(s, "buurtteam", "2", bijdrage=False)
    if s.oordeel_team == "twijfel":
        return _uit("geen", "overleg", "buurtteam", None, "3")
    if _oneens(s):
        return _uit("afwijzingsbeschikking", "geen", "buurtteam", None, "4")
    if s.voorziening in ("aanvullend", "specialistisch") and s.oordeel_team == "nodig":
        return _uit("verwijsbrief", "geen", "buurtteam", "direct", "5")
    return _uit("geen", "geen", "buurtteam", "direct", "6")


def lansingerland(s: Situatie) -> Uitkomst:
    if (
        s.voorziening in ("specialistisch", "maatwerk") or s.levering == "pgb"
    ) and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "1", bijdrage=True)
    if s.oordeel_inwoner == "vraagt_beschikking":
        return _uit("geen", "aanvraag", "gemeente", None, "2")
    if s.oordeel_team == "twijfel":
        return _uit("geen", "overleg", "samen", None, "3")
    if _oneens(s):
        return _uit("geen", "zoek_ander_aanbod", "toegangspartij", None, "4")
    return _uit("geen", "geen", "toegangspartij", "direct", "5")


def deventer(s: Situatie, uitvoerder: str = "wijkteam") -> Uitkomst:
    if s.oordeel_inwoner == "vraagt_beschikking":
        return _beschikking(s, "gemeente", "1", bijdrage=True)
    if s.vraag == "palliatief":
        return _uit("verwijsbrief", "geen", "wijkteam", "direct", "2")
    if s.overgangsrecht and s.op < dt.date(2016, 1, 1):
        return _uit(
            "geen", "geen", "wijkteam", "direct", "3", zelf=s.wet == "wmo" and _volwassen(s)
        )
    if (s.voorziening == "maatwerk" or s.levering in ("pgb", "voucher")) and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "4", bijdrage=True)
    if s.oordeel_team == "twijfel":
        return _uit("geen", "overleg", "wijkteam", None, "5")
    if _oneens(s):
        return _uit("geen", "wijs_op_beschikking", "wijkteam", None, "6")
    if s.complexiteit in ("complex", "specifiek") and s.oordeel_team == "nodig":
        return _uit("verwijsbrief", "geen", uitvoerder, "direct", "7")
    return _uit("geen", "geen", uitvoerder, "direct", "8")


def kaag_en_braassem(s: Situatie) -> Uitkomst:
    door = "gemeente" if s.wet == "jeugd" and s.op < dt.date(2018, 1, 1) else "consortium"
    if s.bijzonder == "dagbesteding_dementie" and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "1", bijdrage=True)
    if s.levering == "pgb" and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "2", bijdrage=True)
    if s.oordeel_inwoner == "vraagt_beschikking":
        return _beschikking(s, "gemeente", "3", bijdrage=True)
    zwaar = s.voorziening in ("aanvullend", "specialistisch", "maatwerk")
    if door == "gemeente" and zwaar and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "4", bijdrage=False)
    if _oneens(s):
        return _uit("geen", "wijs_op_beschikking", door, None, "5")
    return _uit("geen", "geen", door, "direct", "6")


def heerlen(s: Situatie) -> Uitkomst:
    if s.wet == "wmo" and s.levering == "pgb" and _beschikking_kan(s):
        return _beschikking(s, "consulent", "1", bijdrage=True)
    if s.wet == "wmo" and s.stap == "consulent":
        return _beschikking(s, "consulent", "2", bijdrage=True)
    if s.wet == "wmo" and s.vraag in LICHT:
        if _oneens(s) or s.oordeel_inwoner == "vraagt_beschikking":
            return _uit("geen", "naar_consulent", "stand_by", None, "3")
        return _uit("geen", "geen", "stand_by", "na_akkoord", "4")
    vijf = s.voorziening in ("maatwerk", "specialistisch") or s.levering == "pgb"
    vijf = (
        vijf
        or s.oordeel_inwoner == "vraagt_beschikking"
        or (s.wet == "wmo" and s.vraag in VOORZIENINGEN_WMO)
    )
    if vijf and _beschikking_kan(s):
        return _beschikking(s, "gemeente", "5", bijdrage=True)
    if _oneens(s):
        return _uit("geen", "wijs_op_beschikking", "buurtteam", None, "6")
    return _uit("geen", "geen", "buurtteam", "direct", "7")


TABELLEN = {
    "utrecht": (utrecht, "buurtteam"),
    "lansingerland": (lansingerland, "toegangspartij"),
    "deventer": (deventer, "outreachteam"),
    "kaag-en-braassem": (kaag_en_braassem, "consortium"),
    "heerlen": (heerlen, "stand_by"),
}


def beslis(s: Situatie) -> Uitkomst:
    """The outcome without warnings and explanation."""
    tabel, eerste = TABELLEN[s.gemeente]
    return wet(s, eerste) or tabel(s)


def let_op(s: Situatie, uit: Uitkomst) -> set[str]:
    """The warnings that belong beside an outcome."""
    _, vervolg, door, _, start, _, regel = uit
    codes = _over_het_besluit(s, uit) | _over_de_persoon(s, start)
    heerlen_stand_by = s.gemeente == "heerlen" and regel in ("3", "4")
    if heerlen_stand_by and s.op >= dt.date(2018, 5, 18):
        codes.add("rechter_maatwerk")
    if heerlen_stand_by and regel == "4":
        codes.add("maatwerk_zonder_beschikking")
    if door in ("consortium", "stand_by", "aanbieder") and vervolg != "contact":
        codes.add("aanbieder_beslist_zelf")
    if s.gemeente == "deventer" and regel == "7":
        codes.add("specialist_adviseert")
    return codes


def _over_het_besluit(s: Situatie, uit: Uitkomst) -> set[str]:
    document, vervolg, door, zelf, _, rechtsgang, regel = uit
    codes: set[str] = set()
    zwaar = s.voorziening in ("aanvullend", "specialistisch", "maatwerk")
    oud_besluit = s.overgangsrecht and s.op < dt.date(2016, 1, 1)
    zonder = (
        document == "geen"
        and vervolg == "geen"
        and zwaar
        and door != "verwijzer"
        and not oud_besluit
    )
    if document == "verwijsbrief" or zonder:
        codes.add("maatwerk_zonder_beschikking")
    if rechtsgang and door not in ("gemeente", "consulent"):
        codes.add("mandaat_nodig")
    if rechtsgang and regel != "W3":
        codes.add("aanvraag_nodig")
    straks = vervolg in ("wijs_op_beschikking", "naar_consulent", "aanvraag")
    if (zelf and document == "toekenningsbeschikking") or (
        straks and s.wet == "wmo" and _volwassen(s)
    ):
        codes.add("eigen_bijdrage_bij_besluit")
    return codes


def _over_de_persoon(s: Situatie, start: str | None) -> set[str]:
    leeftijd = s.leeftijd if s.leeftijd is not None else -1
    jeugd = s.wet == "jeugd"
    toestemming = jeugd and start is not None and s.verwijzer not in ("gi", "rechter")
    gelden = {
        "wet_onbekend": s.wet == "onbekend",
        "overgangsrecht_verlopen": s.overgangsrecht and s.op >= dt.date(2016, 1, 1),
        "toestemming_jeugdige": toestemming and (leeftijd >= 12 or s.leeftijd is None),
        "toestemming_ouders": toestemming and leeftijd < 16,
        "jeugd_18_plus": jeugd and leeftijd >= 18 and not s.kinderen_onder_18,
        "bijna_18": jeugd and leeftijd == 17,
    }
    return {code for code, geldt in gelden.items() if geldt}


def routeer(s: Situatie) -> tuple[str, str | None]:
    """The party, and the kind of team, for a situation."""
    jong = s.leeftijd is not None and s.leeftijd < 18
    if s.gemeente == "utrecht":
        if s.kanaal == "school" and s.school in ("vo", "mbo"):
            return "buurtteams", s.school
        return "buurtteams", "jeugd-en-gezin" if s.kinderen_onder_18 or jong else "sociaal"
    if s.gemeente == "lansingerland":
        return _lansingerland(s, jong=jong), None
    if s.gemeente == "deventer":
        return ("outreach", "outreachteam") if s.kanaal == "outreach" else ("wijkteams", "wijkteam")
    if s.gemeente == "kaag-en-braassem":
        return _kaag(s, jong=jong), None
    if s.wet == "jeugd" or (s.wet == "onbekend" and jong):
        return "buurtteams", "sociaal-buurtteam"
    if s.vraag in LICHT:
        return "stand-by", None
    return (
        ("gemeente", "wmo-consulenten")
        if s.vraag in VOORZIENINGEN_WMO
        else ("buurtteams", "sociaal-buurtteam")
    )


def _lansingerland(s: Situatie, *, jong: bool) -> str:
    if jong or s.wet == "jeugd" or s.vraag == "opvoeden":
        return "cjg"
    if s.vraag in ("geldzaken", "psychisch", "veiligheid"):
        return "kwadraad"
    oud = s.leeftijd is not None and s.leeftijd >= 67
    if oud or s.vraag in ("eenzaamheid", "thuisadministratie") or s.voorziening == "informeel":
        return "welzijn-lansingerland"
    return "gemeente"


def _kaag(s: Situatie, *, jong: bool) -> str:
    jeugd = "go-voor-jeugd" if s.op >= dt.date(2018, 1, 1) else "gemeente"
    if s.wet != "onbekend":
        return jeugd if s.wet == "jeugd" else "tom-in-de-buurt"
    if jong:
        return jeugd
    return "de-driemaster" if s.voorziening in ("informeel", "collectief") else "tom-in-de-buurt"
