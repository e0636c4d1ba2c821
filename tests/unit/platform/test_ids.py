"""Keys and references."""

from __future__ import annotations

import time

from eenplan.platform import ids


def test_a_key_is_a_uuid_version_7_and_later_keys_sort_later() -> None:
    eerste = ids.nieuw_id()
    time.sleep(0.002)
    tweede = ids.nieuw_id()
    assert (eerste.version, eerste.variant) == (7, "specified in RFC 4122")
    assert eerste < tweede
    assert abs((eerste.int >> 80) / 1000 - time.time()) < 5


def test_keys_do_not_repeat() -> None:
    assert len({ids.nieuw_id() for _ in range(10_000)}) == 10_000


def test_keys_of_one_moment_keep_their_order_so_that_a_timeline_reads_the_same_twice() -> None:
    voorkanten = [ids.nieuw_id().int >> 64 for _ in range(2000)]
    assert voorkanten == sorted(voorkanten)


def test_a_public_key_does_not_tell_when_it_was_made() -> None:
    assert ids.ondoorzichtig_id().version == 4


def test_a_reference_can_be_read_out_over_the_phone() -> None:
    for _ in range(500):
        referentie = ids.referentie()
        groepen = referentie.split("-")
        assert [len(groep) for groep in groepen] == [3, 3, 3]
        assert not set("".join(groepen)) & set("IO01")
