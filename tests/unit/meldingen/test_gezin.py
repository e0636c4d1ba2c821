"""Who is whose parent, from what somebody tells over the phone (Jeugdwet 7.3.4)."""

from __future__ import annotations

import pytest

from eenplan.huishoudens.regels import Persoonsgegevens, RelatieSoort
from eenplan.meldingen.regels import Band, Gezinslid, GezinsRol, gezinsbanden

OUDER_VAN = RelatieSoort.OUDER
NIEMAND = Persoonsgegevens("Iemand")
KIND = Gezinslid(NIEMAND, GezinsRol.KIND)
OUDER = Gezinslid(NIEMAND, GezinsRol.OUDER)
ZONDER_GEZAG = Gezinslid(NIEMAND, GezinsRol.OUDER, gezag=False)
PARTNER = Gezinslid(NIEMAND, GezinsRol.PARTNER)
HUISGENOOT = Gezinslid(NIEMAND, GezinsRol.HUISGENOOT)


@pytest.mark.parametrize(
    ("gezin", "jaren", "banden"),
    [
        ([KIND, KIND], 35, [Band(0, 1, OUDER_VAN, True), Band(0, 2, OUDER_VAN, True)]),
        ([KIND, OUDER], 35, [Band(0, 1, OUDER_VAN, True), Band(2, 1, OUDER_VAN, True)]),
        ([KIND, ZONDER_GEZAG], None, [Band(0, 1, OUDER_VAN, True), Band(2, 1, OUDER_VAN, False)]),
        ([OUDER, OUDER], 13, [Band(1, 0, OUDER_VAN, True), Band(2, 0, OUDER_VAN, True)]),
        ([OUDER, KIND], 13, [Band(1, 0, OUDER_VAN, True), Band(1, 2, OUDER_VAN, True)]),
        ([OUDER], None, [Band(1, 0, OUDER_VAN, True)]),
        ([OUDER], 40, [Band(1, 0, OUDER_VAN, False)]),
        ([PARTNER, HUISGENOOT], 40, [Band(1, 0, RelatieSoort.PARTNER)]),
        ([], 40, []),
    ],
)
def test_parents_and_children_follow_from_who_was_named_and_how_old_they_are(
    gezin: list[Gezinslid], jaren: int | None, banden: list[Band]
) -> None:
    assert gezinsbanden(gezin, jaren=jaren) == banden
