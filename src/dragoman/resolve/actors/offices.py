"""What a known actor was on a day: a person by office, a party or group by its terms."""

import datetime as dt

import msgspec

from dragoman.resolve.actors.records import Entry, Office, Person, Term


def office_on(person: Person, on: dt.date | None, *, said: str = "") -> tuple[Office | None, tuple[str, ...], str]:
    """Give the office held, the sectors that follow, and the rule.

    Args:
        person: the person with all known terms.
        on: the day; None takes the latest known term.
        said: noun of the office by which the text calls the person; tells which term if no day does.

    Returns:
        The term (None if none is running), sectors (ELI after the last term, none before the first), rule.
    """
    if on is None:
        named = [one for one in person.offices if said and said in one.title.lower().split()]
        latest = (named or person.offices)[-1]
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


def entry_on(entry: Entry, on: dt.date | None) -> Entry:
    """Give a known name with the sectors that it carries on a day.

    Args:
        entry: the name with all its terms.
        on: the day; None takes a term that is still running.
    """
    running = (one for one in entry.terms if (one.end is None if on is None else _runs(one, on)))
    term = next(running, None)
    return entry if term is None else msgspec.structs.replace(entry, sector=term.sector)


def _runs(term: Office | Term, on: dt.date) -> bool:
    return (term.start is None or term.start <= on) and (term.end is None or on <= term.end)
