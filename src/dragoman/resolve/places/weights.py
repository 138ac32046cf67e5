"""What speaks for a place among those that a name may mean: one visible table."""

import msgspec


class Weights(msgspec.Struct, frozen=True):
    """Points for a candidate; set by hand so that each yields to the next stronger, and checked on gold.

    Attributes:
        state: it is a state or territory.
        first: it is a first-level area.
        region: it is a region, sea or landmark of our own list.
        town: it is a town.
        capital: it is a national capital, beside `town`.
        people: for each power of ten of its people, towns and areas alike.
        alias: the name is an alternate one.
        short: the name lacks its Arabic article.
        namesake: it is an area called like its main town, and no feature noun says that the area is meant.
        country: all other places of the article lie in its state.
        area: all other places of the article lie in its first-level area.
        near: another place of the article lies right beside it.
        actors: the article speaks of its state only.
        home: the publisher is at home in its state.
        container: it lies in what the text says that it lies in, or holds what the text says to lie in it.
        listed: what stands beside it in a list is as fine.
        fits: the feature noun beside it fits.
        unfit: the feature noun beside it does not fit.
    """

    state: float = 6.0
    first: float = 2.6
    region: float = 7.0
    town: float = 0.6
    capital: float = 3.0
    people: float = 0.8
    alias: float = -1.5
    short: float = -0.6
    namesake: float = -3.0
    country: float = 2.5
    area: float = 2.5
    near: float = 2.0
    actors: float = 2.0
    home: float = 1.0
    container: float = 6.0
    listed: float = 2.0
    fits: float = 2.0
    unfit: float = -3.0


WEIGHTS = Weights()
NEAR_KM = 150.0
"""Distance within which another place speaks for a candidate, less with every kilometre."""
MAIN_TOWN = 0.25
"""Share of an area's people that its main town must have to be what the bare name means."""
ROUNDS = 2
"""Passes over the article after the first, which goes by the names alone; each goes by what the last chose."""
