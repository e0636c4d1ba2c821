"""What a resident reads says who must act and when, without the words that people take wrong (behoeften 12-19)."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

import eenplan
from eenplan.meldingen.api import MeldingKaart, Toestand
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen.api import DoelRegel, InzetRegel, InzetToestand, MijnPlan
from eenplan.platform.klok import NEDERLAND
from eenplan.uitvoering.api import OpdrachtRegel, OpdrachtToestand
from eenplan.web.inwoner.standen import NIETS, hulpstand, stand

BRON = Path(eenplan.__file__).parent / "web"
FOUT = re.compile(
    r"\b(lopend\w*|ontvangen|openstaand\w*|dossier|melding|inzet|cliënt)\b", re.IGNORECASE
)
"""Words that residents in tests took for something else, or that are ours and not theirs."""
TEKST = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", re.DOTALL)
DAG = date(2026, 3, 2)
LEEG = MijnPlan((), ())


def _vraag(toestand: Toestand, *, bel: date = date(2026, 3, 4), wet: str = "wmo") -> MeldingKaart:
    velden: dict[str, object] = dict.fromkeys(MeldingKaart.__slots__, "")
    velden |= {naam: uuid4() for naam in ("id", "deel", "persoon", "organisatie", "houder")}
    velden |= {"toestand": toestand, "bel_uiterlijk": bel, "wet": wet}
    velden |= {"ontvangen_op": datetime(2026, 3, 2, 10, tzinfo=NEDERLAND)}
    velden |= {"houder_naam": "het buurtteam", "houder_telefoon": "030-0000109"}
    velden |= {"naar_naam": "de gemeente"}
    return MeldingKaart(**velden)  # type: ignore[arg-type]  # as named


def _klaar(vraag: MeldingKaart) -> onderzoeken.Stand:
    nu = vraag.ontvangen_op
    return onderzoeken.Stand(
        UUID(int=1), vraag.persoon, vraag.id, onderzoeken.Toestand.AFGEROND, nu, nu, "nodig"
    )


@pytest.mark.parametrize("toestand", list(Toestand))
def test_every_state_of_a_question_says_whose_turn_it_is_and_what_follows(
    toestand: Toestand,
) -> None:
    gezien = stand(_vraag(toestand), None, LEEG, DAG, "")
    assert gezien.zin
    assert gezien.aan_zet == NIETS
    assert gezien.stappen
    assert not FOUT.search(f"{gezien.kop} {gezien.zin} {[s.wat for s in gezien.stappen]}")


def test_f5_a_promise_to_call_that_was_broken_is_said_with_the_number_to_call() -> None:
    gezien = stand(_vraag(Toestand.ONTVANGEN, bel=date(2026, 2, 27)), None, LEEG, DAG, "")
    assert gezien.zin == "Wij hadden u uiterlijk 27 februari 2026 moeten bellen. Dat spijt ons."
    assert "030-0000109" in gezien.stappen[0].wat


def test_the_six_weeks_are_told_where_the_law_sets_them() -> None:
    wmo = stand(_vraag(Toestand.IN_ONDERZOEK), None, LEEG, DAG, "")
    jeugd = stand(_vraag(Toestand.IN_ONDERZOEK, wet="jeugd"), None, LEEG, DAG, "")
    assert wmo.stappen[0].wanneer == "Klaar uiterlijk 13 april 2026"
    assert jeugd.stappen[0].wanneer == ""


def test_after_the_conversation_without_a_plan_a_letter_follows() -> None:
    vraag = _vraag(Toestand.IN_ONDERZOEK)
    gezien = stand(vraag, _klaar(vraag), LEEG, DAG, "Esra Hadi")
    assert gezien.kop == "De vraag voor Esra Hadi"
    assert "brief" in gezien.stappen[0].wat


def _plan(vraag: MeldingKaart, toestand: InzetToestand) -> MijnPlan:
    """One goal with one piece of help, as it stands."""
    leeg: dict[str, object] = dict.fromkeys(InzetRegel.__slots__)
    hulp = leeg | {"persoon": vraag.persoon, "wat": "een plek in het hospice", "toestand": toestand}
    doel: dict[str, object] = dict.fromkeys(DoelRegel.__slots__)
    doel |= {"persoon": vraag.persoon, "inzet": (InzetRegel(**hulp),)}  # type: ignore[arg-type]  # as named
    return MijnPlan((DoelRegel(**doel),), ())  # type: ignore[arg-type]  # as named


def test_d9_help_that_goes_on_while_people_still_talk_is_named() -> None:
    vraag = _vraag(Toestand.IN_ONDERZOEK)
    gezien = stand(vraag, None, _plan(vraag, InzetToestand.LOOPT), DAG, "")
    assert "Dit is al afgesproken: een plek in het hospice." in gezien.zin
    assert "afgesproken" not in stand(vraag, None, LEEG, DAG, "").zin


def test_u7_after_a_refusal_nobody_is_told_that_there_is_a_plan_or_that_a_letter_follows() -> None:
    vraag = _vraag(Toestand.IN_ONDERZOEK)
    for plan in (LEEG, _plan(vraag, InzetToestand.NIET_DOORGEGAAN)):
        gezien = stand(vraag, _klaar(vraag), plan, DAG, "", besloten=True)
        assert gezien.zin == "Er is een besluit. U leest het in de brief."
    loopt = _plan(vraag, InzetToestand.LOOPT)
    assert "plan" in stand(vraag, _klaar(vraag), loopt, DAG, "", besloten=True).zin


def _verkeerd(tekst: str) -> list[str]:
    return [m.group() for m in FOUT.finditer(TEKST.sub(" ", tekst))]


def test_no_page_of_residents_uses_a_word_that_they_take_wrong() -> None:
    for bestand in sorted((BRON / "templates" / "inwoner").glob("*.html")):
        assert not _verkeerd(bestand.read_text(encoding="utf-8")), bestand.name


def test_control_a_wrong_word_is_found_and_a_tag_is_no_word() -> None:
    assert _verkeerd("<p>Uw melding is ontvangen</p>") == ["melding", "ontvangen"]
    assert not _verkeerd("<p class='melding'>{{ melding }} {% if lopend %}Uw vraag{% endif %}</p>")


def _opdracht(toestand: OpdrachtToestand, begint_op: date | None = None) -> OpdrachtRegel:
    velden: dict[str, object] = dict.fromkeys(OpdrachtRegel.__slots__)
    velden |= {"toestand": toestand, "begint_op": begint_op}
    return OpdrachtRegel(**velden)  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("gevraagd", "woord"),
    [
        (None, "Begonnen"),
        (OpdrachtToestand.GEVRAAGD, "Nog niet begonnen"),
        (OpdrachtToestand.AANGENOMEN, "Nog niet begonnen"),
        (OpdrachtToestand.BEGONNEN, "Begonnen"),
    ],
)
def test_help_that_nobody_accepted_yet_is_not_called_begun(
    gevraagd: OpdrachtToestand | None, woord: str
) -> None:
    velden: dict[str, object] = dict.fromkeys(InzetRegel.__slots__)
    inzet = InzetRegel(**velden | {"toestand": InzetToestand.LOOPT})  # type: ignore[arg-type]  # as named
    opdracht = _opdracht(gevraagd) if gevraagd else None
    assert hulpstand(inzet, DAG, opdracht)[0] == woord


def test_no_day_is_promised_for_help_that_nobody_took_on() -> None:
    velden: dict[str, object] = dict.fromkeys(InzetRegel.__slots__)
    velden |= {"toestand": InzetToestand.LOOPT, "van": date(2026, 3, 16)}
    inzet = InzetRegel(**velden)  # type: ignore[arg-type]  # as named
    aangenomen = _opdracht(OpdrachtToestand.AANGENOMEN)
    assert hulpstand(inzet, DAG, aangenomen)[0] == "Begint op 16 maart 2026"
    for geen_belofte in (OpdrachtToestand.GEVRAAGD, OpdrachtToestand.TERUGGEGEVEN):
        assert hulpstand(inzet, DAG, _opdracht(geen_belofte))[0] == "Nog niet begonnen"
    assert hulpstand(inzet, DAG, kiest_nog=True)[0] == "Nog niet begonnen"


def test_the_day_that_who_helps_told_goes_before_the_day_that_was_asked_for() -> None:
    velden: dict[str, object] = dict.fromkeys(InzetRegel.__slots__)
    velden |= {"toestand": InzetToestand.LOOPT, "van": date(2026, 3, 16)}
    inzet = InzetRegel(**velden)  # type: ignore[arg-type]  # as named
    later = _opdracht(OpdrachtToestand.AANGENOMEN, date(2026, 3, 20))
    assert hulpstand(inzet, DAG, later)[0] == "Begint op 20 maart 2026"
