"""Turns a place of the gazetteer into the `event_loc` of a record."""

from dragoman.records import EventLoc
from dragoman.resolve.places.gazetteer import Gazetteer
from dragoman.resolve.places.records import Level, Place


def to_unlisted(name: str, *, level: int, holder: Place | None, gazetteer: Gazetteer, extracted: str) -> EventLoc:
    """Fill the fields of a place that the gazetteer lacks, by what the text says that it is and lies in.

    Args:
        name: its name as the article has it.
        level: how fine it is.
        holder: what it lies in, None if the article does not tell.
        gazetteer: gives the names of the areas that the holder lies in.
        extracted: the article's words.
    """
    around = None if holder is None else to_location(holder, gazetteer, extracted=extracted)
    return EventLoc(
        extracted_place=extracted,
        resolved_place=name,
        geonameid=None,
        lat=None,
        lon=None,
        city=name if level == Level.TOWN else None if around is None else around.city,
        district=None if around is None else around.district,
        province=None if around is None else around.province,
        country=None if around is None else around.country,
        country_code=None if around is None else around.country_code,
        feature_class=None,
        feature_code=None,
        resolution=level,
    )


def to_location(place: Place, gazetteer: Gazetteer, *, extracted: str) -> EventLoc:
    """Fill the fields of a location, as far down as the place is known.

    Args:
        place: the place.
        gazetteer: gives the names of the areas that it lies in.
        extracted: the article's words.
    """
    territory = gazetteer.place(place.territory) if place.territory else None
    first = place if place.level == Level.FIRST else gazetteer.place(place.admin1) if place.admin1 else None
    second = place if place.level == Level.SECOND else gazetteer.place(place.admin2) if place.admin2 else None
    return EventLoc(
        extracted_place=extracted,
        resolved_place=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        city=place.name if place.level == Level.TOWN else None,
        district=second.name if second else None,
        province=first.name if first else None,
        country=territory.name if territory else None,
        country_code=place.country,
        feature_class=place.kind,
        feature_code=place.code,
        resolution=place.level or None,
    )
