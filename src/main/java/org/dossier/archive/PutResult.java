package org.dossier.archive;

/// The effect of ingesting one article.
public enum PutResult {
  ADDED,
  CHANGED,
  UNCHANGED
}
