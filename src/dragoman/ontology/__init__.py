"""What the codes mean: PLOVER's types, modes, contexts and scores, and how they stand to CAMEO."""

from dragoman.ontology.codebook import EventType, Ontology, build_ontology, load_ontology

__all__ = ["EventType", "Ontology", "build_ontology", "load_ontology"]
