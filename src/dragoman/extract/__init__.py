"""Events found in parsed sentences: what happened, by whose deed, on whose word, under what condition."""
