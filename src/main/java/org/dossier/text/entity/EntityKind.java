package org.dossier.text.entity;

/// The kinds of entities.
public enum EntityKind {
  PERSON,
  PLACE,
  ORGANIZATION
}
