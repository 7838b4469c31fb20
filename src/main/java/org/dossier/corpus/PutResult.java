package org.dossier.corpus;

/// What taking in one article did to the archive.
public enum PutResult {
  ADDED,
  CHANGED,
  UNCHANGED
}
