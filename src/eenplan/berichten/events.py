from eenplan.platform.gebeurtenissen import soort

BRIEF_VERZONDEN = soort("brief.verzonden", "Een {soort} is verstuurd ({hoe})")
