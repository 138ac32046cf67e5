"""What office a known person held on a day."""

import datetime as dt

from dragoman.resolve.actors.records import Office, Person


def office_on(person: Person, on: dt.date | None) -> tuple[Office | None, tuple[str, ...], str]:
    """Give the office held, the sectors that follow, and the rule.

    Args:
        person: the person with all known terms.
        on: the day; None takes the latest known term.

    Returns:
        The term (None if none is running), sectors (ELI after the last term, none before the first), rule.
    """
    if on is None:
        latest = person.offices[-1]
        return latest, latest.sector, "latest-known-office"
    running = [one for one in person.offices if _runs(one, on)]
    if running:
        chosen = running[-1]
        more = tuple(code for one in reversed(running) for code in one.sector if code not in chosen.sector)
        lasting = tuple(dict.fromkeys(code for code in more if code in {"REB", "OPP"}))
        return chosen, (*chosen.sector, *lasting), "office-at-date"
    past = [one for one in person.offices if one.end is not None and one.end < on]
    if past:
        return None, ("ELI",), "former-office-at-date"
    return None, (), "no-office-yet"


def _runs(office: Office, on: dt.date) -> bool:
    return (office.start is None or office.start <= on) and (office.end is None or on <= office.end)
