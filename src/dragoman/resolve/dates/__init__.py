"""When: time phrases put on the calendar."""
