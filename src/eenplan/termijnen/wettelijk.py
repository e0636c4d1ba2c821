"""The terms that the law itself sets, as data with article (X8).

Read from the Wmo 2015 as of 1 July 2026 and the Awb as of 1 January 2026.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from eenplan.termijnen.regels import Eenheid, Grondslag, Termijnregel, TermijnSoort


def _wet(
    soort: TermijnSoort,
    weken: int,
    grondslag: Grondslag,
    vanaf: str,
    *,
    opschortbaar: bool = False,
) -> Termijnregel:
    return Termijnregel(
        soort, weken, Eenheid.WEKEN, grondslag, vanaf, wettelijk=True, opschortbaar=opschortbaar
    )


_WMO: Final = "Wmo 2015"
_AWB: Final = "Awb"

#: The terms that the law itself sets. EERSTE_CONTACT is missing on purpose: only policy sets it.
WETTELIJKE_TERMIJNEN: Final[Mapping[TermijnSoort, Termijnregel]] = MappingProxyType(
    {
        regel.soort: regel
        for regel in (
            Termijnregel(
                TermijnSoort.PERSOONLIJK_PLAN_WMO,
                7,
                Eenheid.DAGEN,
                Grondslag(
                    _WMO,
                    "artikel 2.3.2 lid 2",
                    "De inwoner kan binnen zeven dagen na de melding een persoonlijk plan geven.",
                ),
                "de melding",
            ),
            _wet(
                TermijnSoort.ONDERZOEK_WMO,
                6,
                Grondslag(
                    _WMO,
                    "artikel 2.3.2 lid 1",
                    "Het onderzoek is klaar binnen zes weken na de melding.",
                ),
                "de melding",
            ),
            _wet(
                TermijnSoort.BESLUIT_WMO,
                2,
                Grondslag(
                    _WMO,
                    "artikel 2.3.5 lid 2",
                    "Het college beslist binnen twee weken na de aanvraag.",
                ),
                "de ontvangst van de aanvraag",
                opschortbaar=True,
            ),
            _wet(
                TermijnSoort.BESLUIT_JEUGD,
                8,
                Grondslag(
                    _AWB,
                    "artikel 4:13",
                    "Zonder eigen termijn beslist het college binnen een redelijke termijn, "
                    "en in elk geval binnen acht weken na de aanvraag.",
                ),
                "de ontvangst van de aanvraag",
                opschortbaar=True,
            ),
            _wet(
                TermijnSoort.INGEBREKESTELLING,
                2,
                Grondslag(
                    _AWB,
                    "artikel 4:17 lid 3",
                    "Twee weken na de ingebrekestelling begint de dwangsom te lopen.",
                ),
                "de ontvangst van de ingebrekestelling",
            ),
            _wet(
                TermijnSoort.BEZWAAR,
                6,
                Grondslag(
                    _AWB,
                    "artikelen 6:7 en 6:8",
                    "Bezwaar maken kan zes weken lang, vanaf de dag na de bekendmaking.",
                ),
                "de bekendmaking van het besluit",
            ),
            _wet(
                TermijnSoort.BEZWAAR_BESLISSING,
                6,
                Grondslag(
                    _AWB,
                    "artikel 7:10 lid 1",
                    "Het college beslist binnen zes weken na de laatste dag om bezwaar te maken.",
                ),
                "de laatste dag om bezwaar te maken",
                opschortbaar=True,
            ),
            _wet(
                TermijnSoort.BEZWAAR_BESLISSING_COMMISSIE,
                12,
                Grondslag(
                    _AWB,
                    "artikelen 7:10 lid 1 en 7:13",
                    "Met een adviescommissie beslist het college binnen twaalf weken na de laatste "
                    "dag om bezwaar te maken.",
                ),
                "de laatste dag om bezwaar te maken",
                opschortbaar=True,
            ),
            _wet(
                TermijnSoort.BEZWAAR_VERDAGING,
                6,
                Grondslag(
                    _AWB,
                    "artikel 7:10 lid 3",
                    "Het college mag de beslissing zes weken uitstellen.",
                ),
                "de eerdere laatste dag om te beslissen",
                opschortbaar=True,
            ),
            _wet(
                TermijnSoort.KLACHT,
                6,
                Grondslag(
                    _AWB,
                    "artikel 9:11 lid 1",
                    "De gemeente handelt een klacht binnen zes weken af.",
                ),
                "de ontvangst van de klacht",
            ),
            _wet(
                TermijnSoort.BEROEP,
                6,
                Grondslag(
                    _AWB,
                    "artikelen 6:7 en 6:8",
                    "Beroep bij de rechter kan zes weken lang, vanaf de dag na de bekendmaking.",
                ),
                "de bekendmaking van de beslissing op bezwaar",
            ),
        )
    }
)
