package org.dossier.llm;

/// A line to stand before and behind material that a model is given, and nowhere in it.
public final class PromptDelimiter {
  private PromptDelimiter() {}

  /// Whoever wrote a part of `material` cannot have written this line into it: it is made of a hash
  /// over all of it. The same material gets the same line.
  public static String around(String material) {
    return "===== " + PromptFile.hash(material) + " =====";
  }
}
