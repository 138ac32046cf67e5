"""Reads inputs into articles: text, title, date, publisher, language, and what each part of the text is."""
