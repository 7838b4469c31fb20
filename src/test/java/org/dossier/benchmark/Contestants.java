package org.dossier.benchmark;

import java.nio.file.Path;

/// The contestants; the first is the one that the others are compared with.
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

  /// The name in reports.
  String words() {
    return words;
  }

  /// True if the contestant stores passages in its folder, so that another process can open them.
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
