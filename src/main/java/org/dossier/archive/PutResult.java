package org.dossier.archive;

/// What taking in one article did to the archive.
public enum PutResult {
  ADDED,
  CHANGED,
  UNCHANGED
}
