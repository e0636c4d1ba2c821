"""What a term may do, how it explains itself, and when a request becomes an aanvraag (X2, X8)."""

from datetime import date

import pytest

from eenplan.termijnen.kalender import (
    BESLUITEN_BEKEND_TOT,
    GELIJKGESTELD,
    Kalender,
    KalenderFout,
    erkende_feestdagen,
    voluit,
)
from eenplan.termijnen.regels import (
    AanvraagReden,
    Eenheid,
    Grondslag,
    Opschorting,
    Termijnregel,
    TermijnSoort,
    aanvraag_moment,
    aanvraagdag,
    einddatum,
)
from eenplan.termijnen.wettelijk import WETTELIJKE_TERMIJNEN

EIGEN = Grondslag("Beleidsregels toegang", "", "Wij bellen binnen twee werkdagen.")


def eigen(aantal: int, eenheid: Eenheid, *, wettelijk: bool = False) -> Termijnregel:
    return Termijnregel(
        TermijnSoort.EERSTE_CONTACT, aantal, eenheid, EIGEN, "de melding", wettelijk=wettelijk
    )


def test_the_explanation_names_the_day_counted_the_reason_and_the_last_day() -> None:
    einde = einddatum(WETTELIJKE_TERMIJNEN[TermijnSoort.ONDERZOEK_WMO], date(2026, 2, 23))
    assert einde.uitleg == (
        "6 weken na maandag 23 februari 2026 is maandag 6 april 2026. Dat is tweede paasdag. "
        "Daarom is de laatste dag dinsdag 7 april 2026."
    )
    assert einde.verschoven_van == date(2026, 4, 6)


def test_every_statutory_term_names_its_law_article_and_meaning() -> None:
    assert set(WETTELIJKE_TERMIJNEN) == set(TermijnSoort) - {TermijnSoort.EERSTE_CONTACT}
    for soort, regel in WETTELIJKE_TERMIJNEN.items():
        assert regel.soort is soort
        assert regel.volgt_termijnenwet
        assert regel.grondslag.bron in {"Wmo 2015", "Awb"}
        assert regel.grondslag.artikel.startswith("artikel")
        assert regel.grondslag.tekst.endswith(".")


def test_a_term_that_only_policy_sets_is_not_moved_by_the_termijnenwet() -> None:
    assert einddatum(eigen(2, Eenheid.DAGEN), date(2026, 4, 3)).datum == date(2026, 4, 5)


def test_working_days_skip_weekends_and_holidays() -> None:
    """From Thursday before Easter 2026: Tuesday and Wednesday."""
    einde = einddatum(eigen(2, Eenheid.WERKDAGEN), date(2026, 4, 2))
    assert einde.datum == date(2026, 4, 8)
    assert einde.uitleg.startswith("2 werkdagen na donderdag 2 april 2026 is woensdag 8 april")


@pytest.mark.parametrize(
    ("aantal", "eenheid", "volgt"),
    [
        (90, Eenheid.DAGEN, True),
        (91, Eenheid.DAGEN, False),
        (12, Eenheid.WEKEN, True),
        (13, Eenheid.WEKEN, False),
    ],
)
def test_long_terms_fall_outside_the_termijnenwet(
    aantal: int, eenheid: Eenheid, volgt: bool
) -> None:
    """Atw article 4 (a): more than 90 days or more than twelve weeks."""
    assert eigen(aantal, eenheid, wettelijk=True).volgt_termijnenwet is volgt


def test_a_long_term_may_end_on_a_sunday() -> None:
    start = date(2026, 1, 4)  # a Sunday
    assert einddatum(eigen(13, Eenheid.WEKEN, wettelijk=True), start).datum == date(2026, 4, 5)


def test_a_term_of_three_days_holds_at_least_two_working_days() -> None:
    """Atw article 2: from Maundy Thursday 2026 the three days would hold no working day at all."""
    einde = einddatum(eigen(3, Eenheid.DAGEN, wettelijk=True), date(2026, 4, 2))
    assert einde.datum == date(2026, 4, 8)
    # 1 May 2026 is a working Friday, 2 and 3 May a weekend: one working day is not enough
    einde = einddatum(eigen(4, Eenheid.DAGEN, wettelijk=True), date(2026, 4, 30))
    assert einde.datum == date(2026, 5, 4)
    einde = einddatum(eigen(3, Eenheid.DAGEN, wettelijk=True), date(2026, 12, 23))
    assert einde.datum == date(2026, 12, 28)
    assert einde.verschoven_van == date(2026, 12, 26)


def test_two_working_days_are_needed_even_when_the_end_is_a_working_day() -> None:
    """Atw article 2: 24 to 26 December 2029 is Monday to Wednesday, with one working day."""
    kalender = Kalender(
        gelijkgesteld={date(2029, 12, 24): "besluit", date(2029, 12, 27): "besluit"}
    )
    regel = eigen(5, Eenheid.DAGEN, wettelijk=True)
    einde = einddatum(regel, date(2029, 12, 23), kalender=kalender)
    assert einde.datum == date(2029, 12, 31)
    assert einde.uitleg.startswith(
        "5 dagen na zondag 23 december 2029 is vrijdag 28 december 2029."
    )
    assert "te weinig werkdagen" in einde.uitleg


def test_a_request_to_complete_stops_the_clock_from_the_next_day() -> None:
    """Awb 4:15: asked on the 5th, complete on the 20th: the 6th up to the 19th do not count."""
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.BESLUIT_WMO]
    stil = Opschorting.om_aanvulling(date(2026, 3, 5), date(2026, 3, 20))
    einde = einddatum(regel, date(2026, 3, 2), [stil])
    assert (einde.datum, einde.dagen_stil) == (date(2026, 3, 30), 14)
    assert "14 dagen stilstand" in einde.uitleg
    assert not einde.staat_stil


def test_an_answer_on_the_day_of_the_question_stops_nothing() -> None:
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.BESLUIT_WMO]
    stil = Opschorting.om_aanvulling(date(2026, 3, 5), date(2026, 3, 5))
    assert einddatum(regel, date(2026, 3, 2), [stil]) == einddatum(regel, date(2026, 3, 2))


def test_an_open_suspension_says_that_the_day_will_be_later() -> None:
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.BESLUIT_WMO]
    stil = Opschorting.om_aanvulling(date(2026, 3, 5), None)
    einde = einddatum(regel, date(2026, 3, 2), [stil])
    assert einde.staat_stil
    assert einde.datum == date(2026, 3, 17)
    assert einde.uitleg.endswith("De laatste dag wordt dus later.")


def test_a_suspension_after_the_last_day_comes_too_late() -> None:
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.BESLUIT_WMO]
    stil = Opschorting.om_aanvulling(date(2026, 3, 16), None)
    einde = einddatum(regel, date(2026, 3, 2), [stil])
    assert (einde.datum, einde.staat_stil) == (date(2026, 3, 16), False)


def test_the_investigation_clock_cannot_stand_still() -> None:
    """Wmo 2.3.2 knows no suspension: doubt and looking further never stop it (waarborg 6)."""
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.ONDERZOEK_WMO]
    stil = Opschorting(date(2026, 3, 5), date(2026, 3, 20))
    with pytest.raises(ValueError, match=r"kan niet stilstaan: Wmo 2015, artikel 2\.3\.2 lid 1"):
        einddatum(regel, date(2026, 3, 2), [stil])


def test_impossible_input_is_refused_in_dutch() -> None:
    with pytest.raises(ValueError, match="niet eindigen voordat"):
        Opschorting(date(2026, 3, 5), date(2026, 3, 4))
    with pytest.raises(ValueError, match="niet voor de uitnodiging"):
        Opschorting.om_aanvulling(date(2026, 3, 5), date(2026, 3, 4))
    with pytest.raises(ValueError, match="ten minste één dag"):
        eigen(0, Eenheid.DAGEN)


ONDERZOEK_EINDE = date(2026, 4, 7)


@pytest.mark.parametrize(
    ("verzoek", "verslag", "datum", "reden", "voorlopig"),
    [
        # recorded early, investigation still running: at the latest when the six weeks are over
        ((3, 2), None, (4, 8), AanvraagReden.ONDERZOEKSTERMIJN_OM, True),
        # the verslag comes first
        ((3, 2), (3, 20), (3, 20), AanvraagReden.VERSLAG, False),
        # asked after the verslag: the day of asking
        ((3, 25), (3, 20), (3, 25), AanvraagReden.VERSLAG, False),
        # the six weeks passed without a verslag: the day of asking
        ((4, 10), None, (4, 10), AanvraagReden.ONDERZOEKSTERMIJN_OM, False),
        # a late verslag does not push an aanvraag forward
        ((3, 2), (4, 20), (4, 8), AanvraagReden.ONDERZOEKSTERMIJN_OM, False),
        # on the last day itself the investigation may still be finished
        ((4, 7), None, (4, 8), AanvraagReden.ONDERZOEKSTERMIJN_OM, True),
        ((4, 7), (4, 7), (4, 7), AanvraagReden.VERSLAG, False),
    ],
)
def test_a_request_becomes_an_aanvraag_with_the_verslag_or_after_six_weeks(
    verzoek: tuple[int, int],
    verslag: tuple[int, int] | None,
    datum: tuple[int, int],
    reden: AanvraagReden,
    voorlopig: bool,
) -> None:
    """Wmo 2.3.2 paragraph 9; X2; waarborg 5."""
    moment = aanvraag_moment(
        date(2026, *verzoek), date(2026, *verslag) if verslag else None, ONDERZOEK_EINDE
    )
    assert (moment.datum, moment.reden, moment.voorlopig) == (date(2026, *datum), reden, voorlopig)
    zin = aanvraagdag(date(2026, *verzoek), moment.datum, voorlopig=moment.voorlopig)
    assert ("Dat is ook de dag van de aanvraag." in zin) is (moment.datum == date(2026, *verzoek))
    assert voluit(moment.datum) in zin
    assert ("eerder" in zin) is voorlopig


def test_the_year_in_which_ascension_is_liberation_day_has_both() -> None:
    assert erkende_feestdagen(2016)[date(2016, 5, 5)] in {"Bevrijdingsdag", "Hemelvaartsdag"}


def test_control_a_package_that_loses_a_holiday_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "eenplan.termijnen.kalender.holidays.country_holidays",
        lambda *_, **__: {date(2026, 1, 1): "Nieuwjaarsdag"},
    )
    erkende_feestdagen.cache_clear()
    with pytest.raises(KalenderFout, match=r"2026 missen: .*Koningsdag"):
        erkende_feestdagen(2026)
    erkende_feestdagen.cache_clear()


def test_the_royal_decrees_list_only_weekdays_and_end_where_we_say() -> None:
    assert all(dag.weekday() < 5 for dag in GELIJKGESTELD)
    assert max(GELIJKGESTELD) <= BESLUITEN_BEKEND_TOT
