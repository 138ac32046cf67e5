"""Who: phrases of a text resolved to countries, sectors and known actors."""
