"""The letter as a file: accessible, durable, reproducible, and safe against what people type."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import pikepdf
import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eenplan.berichten import brief as zetterij
from eenplan.berichten.brief import BriefNietAf, gegevens, maak_pdf
from eenplan.berichten.drukbaar import VERVANGTEKEN, alle_tekens, drukbaar, hoofdtekens
from eenplan.berichten.inhoud import Brief, BriefSoort, Ontvanger, Ontvangstbevestiging
from tests.unit.berichten.voorbeelden import BRIEVEN, MEVROUW

NU = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
ALLE = pytest.mark.parametrize("soort", BriefSoort, ids=lambda soort: soort.value)


def tekst_van(pdf: bytes) -> str:
    """The text of all pages on one line, as a reader gets it."""
    bladen = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(blad.extract_text() for blad in bladen).split())


def met_vraag(vraag: str) -> Brief:
    brief = BRIEVEN[BriefSoort.ONTVANGSTBEVESTIGING]
    assert isinstance(brief.inhoud, Ontvangstbevestiging)
    return replace(brief, inhoud=replace(brief.inhoud, vraag=vraag))


def koppen_en_tags(pdf: pikepdf.Pdf) -> set[str]:
    gevonden: set[str] = set()

    def loop(knoop: pikepdf.Object) -> None:
        if isinstance(knoop, pikepdf.Array):
            for kind in knoop:
                loop(kind)
        elif isinstance(knoop, pikepdf.Dictionary):
            if "/S" in knoop:
                gevonden.add(str(knoop["/S"]))
            if "/K" in knoop:
                loop(knoop["/K"])

    loop(pdf.Root.StructTreeRoot)
    return gevonden


@ALLE
def test_every_letter_carries_the_marks_of_pdf_ua_and_pdf_a(soort: BriefSoort) -> None:
    """Screen readers need language, title and tags; the archive needs embedded fonts."""
    with pikepdf.open(io.BytesIO(maak_pdf(BRIEVEN[soort], gemaakt_op=NU))) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
            assert meta["dc:title"]
        tags = koppen_en_tags(pdf)
        assert {"/H1", "/H2", "/P"} <= tags
        if soort is not BriefSoort.AFWIJZING:
            assert {"/Table", "/THead", "/TH", "/TD"} <= tags
        for lettertype in _lettertypen(pdf):
            assert {"/FontFile2", "/FontFile3"} & set(lettertype.keys())


def _lettertypen(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    beschrijvingen = [
        voorwerp
        for voorwerp in pdf.objects
        if isinstance(voorwerp, pikepdf.Dictionary) and voorwerp.get("/Type") == "/FontDescriptor"
    ]
    assert beschrijvingen
    return beschrijvingen


def test_control_a_heading_level_that_is_skipped_stops_the_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The compiler itself guards PDF/UA: prove that the guard is on."""
    from eenplan.berichten.blokken import Kop

    monkeypatch.setattr(zetterij, "blokken", lambda _: (Kop("Te diep", 4), Kop("Wie"), Kop("Wat")))
    with pytest.raises(typst.TypstError, match="heading"):
        maak_pdf(BRIEVEN[BriefSoort.VERSLAG], gemaakt_op=NU)


@ALLE
def test_the_same_letter_gives_the_same_bytes_and_another_time_does_not(soort: BriefSoort) -> None:
    eerste = maak_pdf(BRIEVEN[soort], gemaakt_op=NU)
    assert eerste == maak_pdf(BRIEVEN[soort], gemaakt_op=NU)
    assert eerste != maak_pdf(BRIEVEN[soort], gemaakt_op=NU.replace(year=2027))


def test_letters_made_at_the_same_time_do_not_mix() -> None:
    verwacht = {soort: maak_pdf(brief, gemaakt_op=NU) for soort, brief in BRIEVEN.items()}
    uit: list[tuple[BriefSoort, bytes]] = []

    def maak(soort: BriefSoort) -> None:
        uit.extend((soort, maak_pdf(BRIEVEN[soort], gemaakt_op=NU)) for _ in range(5))

    draden = [Thread(target=maak, args=(soort,)) for soort in BriefSoort]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(uit) == 5 * len(BriefSoort)
    assert all(pdf == verwacht[soort] for soort, pdf in uit)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        maak_pdf(BRIEVEN[BriefSoort.VERSLAG], gemaakt_op=datetime(2026, 3, 9))


def test_an_unfinished_letter_can_only_be_a_concept_and_says_so_on_every_page() -> None:
    """X13: the paper waits, the writer sees why."""
    brief = replace(BRIEVEN[BriefSoort.VERSLAG], kenmerk="")
    with pytest.raises(BriefNietAf) as fout:
        maak_pdf(brief, gemaakt_op=NU)
    assert fout.value.gebreken == ("De brief heeft geen kenmerk.",)
    bladen = pypdf.PdfReader(io.BytesIO(maak_pdf(brief, gemaakt_op=NU, concept=True))).pages
    assert len(bladen) == 2
    assert all("Concept: deze brief is nog niet verstuurd" in b.extract_text() for b in bladen)
    af = maak_pdf(BRIEVEN[BriefSoort.VERSLAG], gemaakt_op=NU)
    assert "Concept" not in tekst_van(af)


# A secret address (U19) ---------------------------------------------------------------------------


@ALLE
def test_a_secret_address_is_nowhere_in_the_file(soort: BriefSoort) -> None:
    """U19: not on paper, not in the metadata, not in what the template gets."""
    geheim = replace(MEVROUW, geheim=True)
    brief = replace(BRIEVEN[soort], ontvanger=geheim)
    pdf = maak_pdf(brief, gemaakt_op=NU)
    tekst = tekst_van(pdf)
    assert "Deze brief gaat niet met de post." in tekst
    assert "Mevrouw A. de Vries" in tekst
    data = json.dumps(gegevens(brief, alle_tekens(), concept=False))
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        metadata = bytes(bestand.Root.Metadata.read_bytes()).decode()
    for regel in MEVROUW.adresregels:
        assert regel not in tekst
        assert regel not in data
        assert regel not in metadata
        assert regel not in repr(geheim)


def test_control_an_open_address_is_found_by_the_same_search() -> None:
    tekst = tekst_van(maak_pdf(BRIEVEN[BriefSoort.VERSLAG], gemaakt_op=NU))
    assert all(regel in tekst for regel in MEVROUW.adresregels)
    assert "gaat niet met de post" not in tekst


# What people type ---------------------------------------------------------------------------------

VIJANDIG = (
    '#import "/etc/passwd": *',
    '#read("/etc/passwd") #eval("1+1") #sys.inputs',
    "*vet* _schuin_ `code` = kop @label <label> $x^2$ \\ // weg /* ook weg */ ~ -- ---",
    '#set page(fill: red) #panic("stuk") [inhoud] {code} %PDF-1.7',
    '"; }] }} \\u{0} \\n {{ "data": 1 }}',
)


@pytest.mark.parametrize("vraag", VIJANDIG)
def test_markup_is_printed_as_typed_and_never_executed(vraag: str) -> None:
    tekst = tekst_van(maak_pdf(met_vraag(vraag), gemaakt_op=NU))
    assert "".join(vraag.split()) in "".join(tekst.split()).replace("\u00ad", "")


def test_hostile_text_is_harmless_in_every_field_of_the_head() -> None:
    brief = met_vraag("gewoon")
    vijandig = "#panic(1) *a* @b \\"
    pdf = maak_pdf(
        replace(
            brief,
            ontvanger=Ontvanger(vijandig, (vijandig,), aanhef=vijandig),
            kenmerk=vijandig,
            afzender=replace(brief.afzender, gemeente=vijandig, organisatie=vijandig),
            bijlagen=(vijandig,),
        ),
        gemaakt_op=NU,
    )
    assert tekst_van(pdf).count("#panic(1)") >= 6


@pytest.mark.parametrize(
    "vraag",
    [
        "Ik wil rust 😀 ❤️ 👨‍👩‍👧",
        "مرحبا بكم",
        "ሰላም ለሁሉም",
        "Đặng Şengül Łukasz Ñoño",
        "Δοκιμή Привіт",
    ],
)
def test_other_scripts_and_emoji_are_printed(vraag: str) -> None:
    """U17: the resident's own words, in the script they were typed in."""
    assert VERVANGTEKEN not in drukbaar(vraag, alle_tekens())
    assert maak_pdf(met_vraag(vraag), gemaakt_op=NU).startswith(b"%PDF")


def test_what_no_typeface_has_is_shown_as_a_sign_and_not_dropped() -> None:
    assert drukbaar("naam \U000e0041\ue000中 einde", alle_tekens()).endswith("■■■ einde")
    assert "■ einde" in tekst_van(maak_pdf(met_vraag("\ue000 einde"), gemaakt_op=NU))


def test_signs_that_turn_the_reading_direction_are_taken_out() -> None:
    """An amount may not read backwards on a decision."""
    assert drukbaar("€ \u202e05\u202c,00\x00\x07", hoofdtekens()) == "€ 05,00"


def test_a_sequence_that_only_its_parts_can_print_falls_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second try keeps to the main typeface, so that a letter never fails on a character."""
    monkeypatch.setattr(zetterij, "alle_tekens", lambda: frozenset(range(0x110000)))
    assert "■ einde" in tekst_van(maak_pdf(met_vraag("\ue000 einde"), gemaakt_op=NU))


def test_ten_thousand_characters_without_a_space_stay_on_the_page() -> None:
    pdf = maak_pdf(met_vraag("x" * 10_000), gemaakt_op=NU)
    assert tekst_van(pdf).count("x") >= 10_000
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        assert len(bestand.pages) > 3


def test_a_very_long_name_moves_the_text_down_instead_of_over_it() -> None:
    naam = "Maria " * 60
    brief = replace(met_vraag("hulp"), ontvanger=replace(MEVROUW, naam=naam))
    assert tekst_van(maak_pdf(brief, gemaakt_op=NU)).count("Maria") == 60


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters() | st.sampled_from("\u200d\ufe0f\u0301\ud800❤ab "), max_size=60))
def test_no_text_at_all_can_break_a_letter(vraag: str) -> None:
    assert maak_pdf(met_vraag(vraag), gemaakt_op=NU, concept=True).startswith(b"%PDF")
