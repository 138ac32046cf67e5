"""Given names and surnames of people, known alike to the rules about actors and to those about places."""
