package org.dossier.benchmark;

import java.nio.file.Path;

/// Who takes part; the first is the one that the others are compared with.
enum Contestants {
  DOSSIER("Dossier", true),
  MEMORY("LangChain4j, in memory", false),
  LUCENE("LangChain4j, Lucene", true);

  private final String words;
  private final boolean keeps;

  Contestants(String words, boolean keeps) {
    this.words = words;
    this.keeps = keeps;
  }

  /// What it is called in reports.
  String words() {
    return words;
  }

  /// Whether another process finds in the folder what one has taken in.
  boolean keeps() {
    return keeps;
  }

  Contestant open(Path folder) {
    return switch (this) {
      case DOSSIER -> new DossierContestant(folder);
      case MEMORY -> LangChain.inMemory();
      case LUCENE -> LangChain.lucene(folder);
    };
  }
}
