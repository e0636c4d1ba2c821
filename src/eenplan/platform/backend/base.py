"""Connections from the pool, looked at before they are used.

A database that was restarted leaves dead connections in every pool, and each would cost somebody an error page. Asking
the server costs a statement for each request; the socket knows for nothing: nobody speaks to a connection at rest, so
one with something to read was hung up on.
"""

from __future__ import annotations

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's with a pool, and a dead connection is replaced before the first statement."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        verbinding = super().get_new_connection(conn_params)
        while is_opgehangen(verbinding):
            verbinding.close()
            verbinding._pool.putconn(verbinding)  # it sees that it is closed, and makes another
            verbinding = super().get_new_connection(conn_params)
        return verbinding


def is_opgehangen(verbinding: Any) -> bool:
    """Whether the server let go of this connection, which is at rest."""
    gluren = select.poll()
    gluren.register(verbinding.fileno(), select.POLLIN)
    return bool(gluren.poll(0))
