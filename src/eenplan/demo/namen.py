"""Invented people and streets for the demo. Any likeness to somebody real is chance; the BSNs can never be real."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from stdnum.nl import bsn as bsn_toets

VROUWEN = (
    "Aaltje Amina Anouk Aylin Bep Chantal Corrie Dilara Elif Emma Esther Fatima Femke Greet Hanna Ilse Iris Jasmijn "
    "Johanna Kim Lieke Lotte Mara Meryem Nadia Naomi Noor Petra Rachida Roos Sanne Sevda Sofie Tess Wil Yara Zoë"
).split()
MANNEN = (
    "Adem Arie Bart Bilal Cees Daan Dirk Emre Finn Gerrit Hamza Hendrik Ibrahim Jan Jelle Jesse Joost Karim Kees "
    "Lars Levi Luuk Mats Mehmet Mo Noud Omar Piet Ravi Rik Ruben Sem Sven Thijs Tim Tom Willem Youssef"
).split()
ACHTERNAMEN = (
    "Aalders,Amrani,Bakhuis,van den Berg,Bloemen,de Boer,Bosman,Brouwers,Cicek,van Dam,Demir,van Dijk,Dijkgraaf,"
    "Doornbos,El Idrissi,van Essen,Groenhart,de Haan,ten Have,Hofstede,van der Horst,Jansma,Kaya,Kloosterman,"
    "Koopmans,Kramer,van Leeuwen,Lindeboom,van der Meer,Molenaar,Mulder,Nieuwland,Oosterling,Ouali,Pietersma,"
    "Ramdin,Roelofs,Schipper,de Smet,Snijders,Steenwijk,Tahiri,Terpstra,Timmer,Veenstra,Verbeek,Visscher,de Vos,"
    "van Wijk,Wiersma,Yilmaz,Zandstra,Zonneveld,van Zuilen"
).split(",")
STRATEN = (
    "Appelhof,Beukenlaan,Dotterstraat,Egelpad,Fluithoek,Grasmusplein,Hazelaarstraat,IJsvogelhof,Klaproosweg,"
    "Leeuwerikdreef,Meidoornlaan,Notengaarde,Otterpad,Pimpernelstraat,Reigerhof,Salamanderpad,Tureluurweg,"
    "Vlierstraat,Waterlelieplein,Zwaluwdreef"
).split(",")


def bsns() -> Iterator[str]:
    """Every test BSN, in order; all of them are outside what is ever given to somebody."""
    return (str(n) for n in range(999900006, 999999991) if bsn_toets.is_valid(str(n)))


def naam(toeval: Random) -> str:
    """A full name."""
    return f"{voornaam(toeval)} {achternaam(toeval)}"


def voornaam(toeval: Random) -> str:
    """A first name."""
    return toeval.choice(VROUWEN + MANNEN)


def achternaam(toeval: Random) -> str:
    """A surname, with what stands before it."""
    return toeval.choice(ACHTERNAMEN)


def adres(toeval: Random, plaats: str) -> str:
    """A street, number, postcode and place; the street does not exist."""
    postcode = f"{toeval.randint(1000, 9999)} {''.join(toeval.choices('ABCDEGHJKLMNPRTVWXZ', k=2))}"
    return f"{toeval.choice(STRATEN)} {toeval.randint(1, 180)}, {postcode} {plaats}"
