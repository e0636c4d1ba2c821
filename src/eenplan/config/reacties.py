"""What follows on what: each event with its reactions, in the order in which they run (docs/adr/0004).

A reaction calls only its own room, in the same transaction as what happened. There is no other way up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eenplan.platform.gebeurtenissen import Reactie

REACTIES: Mapping[str, Sequence[Reactie]] = {}
