"""The grammar of time expressions: words, patterns, joining, and which event a time bears on."""
