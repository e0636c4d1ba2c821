"""Who has a name in the examples, by municipality and the team or organisation where they work."""

from __future__ import annotations

BEKEND = {
    "utrecht/overvecht-spoorzoom-jeugd-en-gezin": "Fatima Amrani",
    "utrecht/overvecht-spoorzoom-sociaal": "Joost van Dam",
    "utrecht/gemeente": "Petra Kloosterman",
    "utrecht/de-linde": "Lisa Veenstra",
    "utrecht/stroomzorg": "Ruben Timmer",
    "kaag-en-braassem/tom-in-de-buurt": "Marieke de Boer",
    "kaag-en-braassem/go-voor-jeugd": "Noor Zandstra",
    "kaag-en-braassem/gemeente": "Willem Lindeboom",
    "kaag-en-braassem/ontmoetingscentrum": "Ilse Bloemen",
}
