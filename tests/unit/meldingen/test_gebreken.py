"""What is wrong with a question is one sentence at its field, before anything is stored."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.beleid import api as beleid
from eenplan.huishoudens.regels import Persoonsgegevens
from eenplan.meldingen.regels import Gezinslid, GezinsRol, MeldingGegevens, gebreken

OP = date(2026, 3, 2)


def vraag(bsn: str, van_het_kind: str) -> MeldingGegevens:
    return MeldingGegevens(
        persoon=Persoonsgegevens("Mina Hadi", bsn=bsn),
        tekst="Ik weet niet meer hoe ik het thuis rustig krijg.",
        gezin=(Gezinslid(Persoonsgegevens("Sam Hadi", bsn=van_het_kind), GezinsRol.KIND),),
    )


@pytest.mark.parametrize(
    ("bsn", "van_het_kind", "zin"),
    [
        ("999990019", "9999 90.019", "hetzelfde BSN"),
        ("999990019", "123456789", "klopt niet"),
        ("123456782", "", "test-BSN"),
        ("999990019", "999990020", None),
        ("", "", None),
    ],
)
def test_every_bsn_of_a_family_is_checked_however_it_was_typed(
    bsn: str, van_het_kind: str, zin: str | None
) -> None:
    model = beleid.model("utrecht", OP)
    gevonden = gebreken(vraag(bsn, van_het_kind), model, op=OP, alleen_test=True)
    assert zin in gevonden["bsn"] if zin else gevonden == {}
