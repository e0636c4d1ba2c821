"""The parts of a screen: the right words and links for a screen reader, nothing unescaped, no browser validation."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Veldreden
from eenplan.uitvoering.api import Teller
from eenplan.web import velden
from eenplan.web.bouwstenen import (
    Actie,
    Gebeurtenis,
    Identiteit,
    RegelUitleg,
    Rij,
    Taak,
    Tab,
    Waarom,
)
from eenplan.web.datumveld import DatumVeld

KWAAD = '<script>alert("x")</script>'
VANDAAG = date(2026, 3, 3)


class Proef(forms.Form):
    naam = forms.CharField(label="Uw naam", help_text="Zoals in uw paspoort.")
    mail = forms.EmailField(label="E-mail", required=False)
    wie = forms.ChoiceField(
        label="Voor wie", choices=[("z", "Zelf"), ("a", "Ander")], widget=forms.RadioSelect
    )
    wat = forms.MultipleChoiceField(
        label="Wat", choices=[("w", "Wonen"), ("g", "Geld")], widget=forms.CheckboxSelectMultiple
    )
    tekst = forms.CharField(label="Verhaal", widget=forms.Textarea)
    akkoord = forms.BooleanField(label="Akkoord")
    dag = DatumVeld(label="Wanneer")

    def clean(self) -> dict[str, object]:
        self.add_error(None, "Er is al een vraag.")
        return self.cleaned_data


def toon(sjabloon: str, **context: object) -> str:
    return Template("{% load onderdelen %}" + sjabloon).render(Context(context))


REDEN = Veldreden(
    veld="naam", waarom="Voor de brief.", wel="Fatma de Vries", niet="F.", bron="Awb art. 4:2"
)


@pytest.fixture
def met_reden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the name of the form of this test has a reason."""
    redenen = {
        (velden.formuliernaam(Proef), "naam"): REDEN,
        (velden.formuliernaam(Proef), "mail"): REDEN,
    }
    monkeypatch.setattr(beleid, "veldreden", lambda formulier, veld: redenen.get((formulier, veld)))


def test_a_field_ties_label_hint_reason_and_error_to_its_control(met_reden: None) -> None:
    html = toon("{% veld f.naam %}", f=Proef({}))
    assert "<strong>Waarom vragen we dit?</strong> Voor de brief." in html
    assert "<strong>Wel:</strong> Fatma de Vries" in html
    assert "<strong>Niet:</strong> F." in html
    assert 'for="id_naam"' in html
    assert 'aria-describedby="id_naam-hint id_naam-waarom id_naam-fout"' in html
    for deel in ("hint", "waarom", "fout"):
        assert f'id="id_naam-{deel}"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-required="true"' in html
    assert "Fout: " in html


def test_a_reason_stands_at_the_field_it_is_for_and_not_where_the_answer_may_be_left_out(
    met_reden: None,
) -> None:
    """`mail` is never required, so its reason is meant for it; `naam` is, except on this form."""
    formulier = Proef()
    formulier.fields["naam"].required = False
    assert "Waarom vragen we dit?" not in toon("{% veld f.naam %}", f=formulier)
    assert "Waarom vragen we dit?" in toon("{% veld f.mail %}", f=formulier)
    assert "Waarom vragen we dit?" not in toon("{% veld f.dag %}", f=formulier)


def test_only_an_optional_field_says_so() -> None:
    assert "(optioneel)" not in toon("{% veld f.naam %}", f=Proef())
    assert "(optioneel)" in toon("{% veld f.mail %}", f=Proef())


@pytest.mark.parametrize("naam", list(Proef.base_fields))
def test_no_field_uses_the_validation_of_the_browser(naam: str) -> None:
    html = toon("{% veld veld %}", veld=Proef({})[naam])
    assert " required" not in html
    assert "maxlength" not in html


@pytest.mark.parametrize("naam", ["wie", "wat", "dag"])
def test_a_group_of_controls_has_a_legend(naam: str) -> None:
    html = toon("{% veld veld %}", veld=Proef()[naam])
    assert "<fieldset" in html
    assert "<legend" in html


def test_what_was_typed_and_chosen_stays() -> None:
    form = Proef({"naam": KWAAD, "wie": "a", "wat": ["w", "g"], "akkoord": "on", "tekst": "Rust"})
    html = "".join(toon("{% veld veld %}", veld=veld) for veld in form)
    assert html.count(" checked") == 4
    assert "Rust" in html
    assert KWAAD not in html
    assert "&lt;script&gt;" in html


def test_the_error_summary_links_to_the_first_control_of_each_field() -> None:
    html = toon("{% foutsamenvatting f %}", f=Proef({}))
    for doel in ("id_naam", "id_wie_0", "id_wat_0", "id_tekst", "id_akkoord", "id_dag_dag"):
        assert f'href="#{doel}"' in html
        assert f'id="{doel}"' in "".join(toon("{% veld v %}", v=v) for v in Proef({}))
    assert "<li>Er is al een vraag.</li>" in html


def test_a_form_without_errors_has_no_error_summary() -> None:
    assert toon("{% foutsamenvatting f %}", f=Proef()).strip() == ""


def test_an_empty_line_of_a_summary_says_so_and_its_link_says_what_it_changes() -> None:
    html = toon("{% samenvattingslijst rijen %}", rijen=[Rij("Telefoon", "", "/wijzig/")])
    assert "Niet ingevuld" in html
    assert '>Wijzig<span class="ep-verborgen"> telefoon</span></a>' in html


def test_a_due_date_is_never_colour_alone() -> None:
    html = toon("{% vervaldatum dag vandaag %}", dag=date(2026, 2, 28), vandaag=VANDAAG)
    assert "<strong>28 februari 2026</strong>" in html
    assert "3 dagen te laat" in html


def test_a_task_that_cannot_start_yet_is_no_link_and_a_done_one_is_plain_text() -> None:
    html = toon("{% takenlijst taken %}", taken=[Taak("Later"), Taak("Gedaan", klaar=True)])
    assert "<a" not in html
    assert "Nog niet mogelijk" in html
    assert '<span class="ep-taak__klaar">Klaar</span>' in html


def test_the_timeline_gives_a_machine_the_moment_too() -> None:
    html = toon("{% tijdlijn g %}", g=[Gebeurtenis("Gesprek", VANDAAG, door=KWAAD)])
    assert (
        '<h3 class="ep-tijdlijn__dag"><time datetime="2026-03-03">di 3 maart 2026</time></h3>'
        in html
    )
    assert KWAAD not in html


def test_a_tab_without_anything_shows_its_zero_and_one_without_count_nothing() -> None:
    html = toon("{% tabs tabs %}", tabs=[Tab("Klaar", "#", 0, huidig=True), Tab("Alles", "#")])
    assert html.count("ep-tab__aantal") == 1
    assert 'aria-current="page"' in html


def test_why_names_the_rule_that_fitted_and_why_the_earlier_did_not() -> None:
    uitleg = Waarom(
        "Een verwijsbrief.",
        RegelUitleg("4", "het plan is getekend."),
        (RegelUitleg("1", "A.", niet_omdat="B."),),
    )
    html = toon("{% waarom u %}", u=uitleg)
    assert "regel 4: het plan is getekend." in html
    assert "Past niet:" in html
    assert "B." in html


def test_a_notice_says_its_kind_in_words() -> None:
    html = toon('{% mededeling soort="let-op" titel=t %}{{ t }}{% endmededeling %}', t=KWAAD)
    assert "Let op: " in html
    assert KWAAD not in html


def test_a_card_gives_its_actions_a_unique_name() -> None:
    acties = (Actie("Wijzig", "/w/"),)
    html = toon(
        '{% kaart "Fatma" acties=acties %}<p>{{ x }}</p>{% endkaart %}', acties=acties, x=KWAAD
    )
    assert 'Wijzig<span class="ep-verborgen"> Fatma</span>' in html
    assert KWAAD not in html


def test_an_identity_bar_with_four_actions_is_a_mistake_of_the_builder() -> None:
    vier = Identiteit("Gezin", acties=tuple(Actie(str(n), "#") for n in range(4)))
    with pytest.raises(TemplateSyntaxError):
        toon("{% identiteitsbalk i %}", i=vier)


def test_a_status_of_an_unknown_tone_is_a_mistake_of_the_builder() -> None:
    with pytest.raises(ValueError, match="paars"):
        toon('{% status "Loopt" "paars" %}')


def test_a_button_with_an_address_is_a_link() -> None:
    assert toon('{% knop "Verder" href="/x/" %}').startswith("<a ")
    assert 'name="keuze" value="mijn"' in toon('{% knop "Bewaar" naam="keuze" waarde="mijn" %}')


def test_nothing_that_a_person_typed_reaches_the_page_unescaped() -> None:
    taken = [Taak(KWAAD, KWAAD, KWAAD, hint=KWAAD), Taak(KWAAD, status=KWAAD, klaar=True)]
    gebeurtenissen = [Gebeurtenis(KWAAD, VANDAAG, KWAAD, KWAAD, KWAAD, KWAAD)]
    html = toon("{% takenlijst t %}{% tijdlijn g %}", t=taken, g=gebeurtenissen)
    assert html.count("&lt;script&gt;") == 12
    assert "<script" not in html
    assert '"x"' not in html


def test_two_task_lists_on_a_page_keep_their_hints_apart() -> None:
    taken = [Taak("Bel", "/x/", hint="Vandaag")]
    html = toon('{% takenlijst t %}{% takenlijst t naam="b" %}', t=taken)
    assert 'aria-describedby="taak-1-hint"' in html
    assert 'id="taak-b1-hint"' in html


@pytest.mark.parametrize(("gedaan", "dicht", "open_"), [(0, 0, 5), (4, 4, 1), (6, 6, 0)])
def test_l6_a_counter_is_drawn_and_says_the_same_in_words(
    gedaan: int, dicht: int, open_: int
) -> None:
    teller = Teller(gedaan, 5)
    html = toon("{% teller t %}", t=teller)
    assert html.count("ep-teller__punt--gedaan") == dicht
    assert html.count('"ep-teller__punt"') == open_
    assert 'aria-hidden="true"' in html
    assert teller.zin in html
