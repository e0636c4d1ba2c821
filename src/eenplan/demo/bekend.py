"""Who has a name in the examples, by municipality and the team or organisation where they work."""

from __future__ import annotations

BEKEND = {
    "deventer/wijkteam-voorstad": "Hanneke Brouwers",
    "deventer/bijzonder-zorgteam": "Nadia Verhoef",
    "deventer/beleid": "Floor Hendriks",
    "deventer/gemeente": "Karim Ouali",
    "deventer/solis": "Sanne Pietersma",
    "deventer/tactus": "Ruud Kamphuis",
    "deventer/ijsselkracht": "Tess Doornbos",
    "heerlen/buurtteam-heerlerbaan": "Yara Cicek",
    "heerlen/stand-by": "Piet Visscher",
    "heerlen/beleid": "Marc Janssen",
    "heerlen/gemeente": "Esther Roelofs",
    "heerlen/begeleiding-parkstad": "Fleur Wolters",
    "heerlen/ritme-begeleiding": "Rob Vliegen",
    "kaag-en-braassem/tom-in-de-buurt": "Marieke de Boer",
    "kaag-en-braassem/go-voor-jeugd": "Noor Zandstra",
    "kaag-en-braassem/beleid": "Jet Onderwater",
    "kaag-en-braassem/gemeente": "Willem Lindeboom",
    "kaag-en-braassem/ontmoetingscentrum": "Ilse Bloemen",
    "lansingerland/cjg": "Anouk Terpstra",
    "lansingerland/kwadraad": "Bilal Tahiri",
    "lansingerland/beleid": "Daan Vermeer",
    "lansingerland/gemeente": "Roos Steenwijk",
    "lansingerland/welzijn-lansingerland": "Tineke Hoogland",
    "lansingerland/polderhulp": "Gerrit Molenaar",
    "utrecht/overvecht-spoorzoom-jeugd-en-gezin": "Fatima Amrani",
    "utrecht/overvecht-spoorzoom-sociaal": "Joost van Dam",
    "utrecht/beleid": "Ingrid Smeets",
    "utrecht/gemeente": "Petra Kloosterman",
    "utrecht/de-linde": "Lisa Veenstra",
    "utrecht/stroomzorg": "Ruben Timmer",
}

COLLEGA = {
    "deventer/bezwaar": "Gea Oosterhuis",
    "heerlen/bezwaar": "Hub Senden",
    "kaag-en-braassem/bezwaar": "Corrie van Rijn",
    "lansingerland/bezwaar": "Hugo Bastiaans",
    "utrecht/bezwaar": "Safiya Bouzid",
}
"""A second consulent everywhere: whoever decided never handles the objection (Awb 10:3 lid 3)."""
