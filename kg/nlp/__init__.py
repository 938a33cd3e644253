"""Backends that turn articles into documents with mentions.

A backend is a module of this folder with ``load(ontology) -> Backend``. No spaCy object leaves this package.
"""
