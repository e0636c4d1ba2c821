"""The conversation: what still works first, fields of life one by one, and what came out of it."""

from __future__ import annotations

from tests.browser.verhalen.toneel import Toneel


def begin_gesprek(toneel: Toneel) -> None:
    """From the question to the page of the conversation."""
    toneel.klik("Begin het gesprek")
    toneel.page.get_by_role("heading", name="Gesprek met").wait_for()


def eerste_vraag(toneel: Toneel) -> str:
    """The question that the conversation itself begins with."""
    gesprek = toneel.page.get_by_role("region", name="Het gesprek")
    return str(gesprek.get_by_role("textbox").first.evaluate("(e) => e.labels[0].innerText"))


def vertel_vooraf(toneel: Toneel) -> None:
    """Write down that support and a plan of one's own were offered before the conversation."""
    page = toneel.page
    page.get_by_label("Gratis cliëntondersteuning").select_option("wil_niet")
    page.get_by_label("Voor de mantelzorger").select_option("geen_mantelzorger")
    page.get_by_label("Een eigen plan").select_option("geen")


def schrijf_op(toneel: Toneel, antwoorden: dict[str, str]) -> None:
    """Write down what was said, each under its question."""
    for vraag, antwoord in antwoorden.items():
        toneel.page.get_by_label(vraag).fill(antwoord)


def zet_aan(toneel: Toneel, onderwerp: str, *, reden: str, over: str = "") -> None:
    """Switch a field of life on, with the reason why it belongs to this question."""
    page = toneel.page
    page.get_by_text("Zet een onderwerp aan").click()
    page.get_by_label("Waar kijken jullie ook naar?").select_option(label=onderwerp)
    if over:
        page.get_by_label("Over wie gaat het?").select_option(label=over)
    page.get_by_label("Waarom hoort dit bij deze vraag?").fill(reden)
    toneel.klik("Zet dit onderwerp aan")
    page.get_by_role("textbox", name=onderwerp).wait_for()


def concludeer(toneel: Toneel, oordeel: str, tekst: str) -> None:
    """Say whether help is needed, and why."""
    toneel.page.get_by_label(oordeel).check()
    toneel.page.get_by_label("Onze conclusie").fill(tekst)
