"""Codes, days and places for what was found, and mentions of one event put together."""
