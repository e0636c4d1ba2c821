"""The codes of a policy file as a reader would say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eenplan.beleid.api import Beslisregel, Routeregel, Toegangsmodel
from eenplan.web.werk.uitkomst import BESLISSERS, VERVOLGTITEL

SLEUTELS: Mapping[str, str] = {
    "op": "dag",
    "kinderen_onder_18": "kind onder 18 in huis",
    "oordeel_team": "het team vindt de hulp",
    "oordeel_inwoner": "de inwoner",
    "voorziening": "soort hulp",
    "levering": "hoe geleverd",
    "bijzonder": "bijzonder",
    "verwijzer": "verwezen door",
    "kanaal": "binnengekomen via",
}
WAARDEN: Mapping[str, str] = {
    "wmo": "Wmo",
    "jeugd": "Jeugdwet",
    "vo": "voortgezet onderwijs",
    "mbo": "mbo",
    "pgb": "pgb",
    "twijfel": "misschien nodig",
    "akkoord": "is akkoord",
    "wil_verwijzing": "wil een verwijzing",
    "weigert_aanbod": "wil dit aanbod niet",
    "vraagt_beschikking": "vraagt een besluit",
    "niet_gevraagd": "vroeg niet om hulp",
    "gi": "gecertificeerde instelling",
    "dagbesteding_dementie": "dagbesteding bij dementie",
    "aanbod": "eerste aanbod",
    "consulent": "bij de consulent",
    "thuisadministratie": "post en administratie",
    "respijt": "even vrij voor de mantelzorger",
    "eerste_partij": "wie als eerste contact zoekt",
    "euro_per_jaar": "euro per jaar",
    "cooperatie": "coöperatie",
    "jeugd-en-gezin": "Jeugd en Gezin",
    "outreachteam": "het team dat zelf contact zoekt",
    "wmo-consulenten": "de Wmo-consulenten",
    "sociaal-buurtteam": "het sociale buurtteam van de buurt",
    "wijkteam": "het wijkteam van de wijk",
}
DOCUMENTEN: Mapping[str, str] = {
    "geen": "Geen brief en geen besluit",
    "verwijsbrief": "Een verwijsbrief",
    "beschikking": "Een besluit",
    "toekenningsbeschikking": "Een besluit dat de hulp toekent",
    "afwijzingsbeschikking": "Een besluit dat de hulp afwijst",
}
STARTEN: Mapping[str, str] = {
    "direct": "De hulp begint meteen",
    "na_akkoord": "De hulp begint na akkoord",
    "na_besluit": "De hulp begint na het besluit",
}
BIJDRAGEN: Mapping[str, str] = {
    "bij_toekenning": "Eigen bijdrage als de hulp wordt toegekend",
    "lopend_recht": "Eigen bijdrage zoals die al liep",
}


def waarde(code: object) -> str:
    """One value in words."""
    if isinstance(code, bool):
        return "ja" if code else "nee"
    return WAARDEN.get(str(code), str(code).replace("_", " "))


def sleutel(naam: str) -> str:
    """One key in words."""
    return SLEUTELS.get(naam, naam.replace("_", " "))


def als(regel: Beslisregel | Routeregel, model: Toegangsmodel) -> tuple[str, ...]:
    """When a row fits, one line for each combination; none: always."""
    plekken = {wijk.sleutel: wijk.naam for wijk in model.indeling.wijken}
    regels = []
    for combinatie in regel.als:
        delen = []
        for naam, cel in combinatie.gevuld:
            if isinstance(cel, tuple):
                woorden = _of([plekken.get(str(deel), waarde(deel)) for deel in cel])
            else:
                woorden = str(cel)
            delen.append(f"{sleutel(naam)}: {woorden}")
        zin = "; ".join(delen)
        regels.append(zin[:1].upper() + zin[1:])
    return tuple(regels)


def _of(woorden: Sequence[str]) -> str:
    *eerst, laatste = woorden
    return f"{', '.join(eerst)} of {laatste}" if eerst else laatste


def dan(regel: Beslisregel) -> tuple[str, ...]:
    """What a row says must happen, in short lines."""
    uit = regel.dan
    door = uit.beslist_door
    if isinstance(door, str):
        wie = BESLISSERS.get(door, waarde(door))
    else:
        wie = "; ".join(
            f"{waarde(wet)}: {BESLISSERS[getattr(door, wet)]}" for wet in type(door).model_fields
        )
    regels = [VERVOLGTITEL.get(uit.vervolg) or DOCUMENTEN[uit.document], f"Beslist: {wie}"]
    regels += [STARTEN[uit.start]] if uit.start else []
    regels += [BIJDRAGEN[uit.eigen_bijdrage]] if uit.eigen_bijdrage in BIJDRAGEN else []
    return tuple(regels)
