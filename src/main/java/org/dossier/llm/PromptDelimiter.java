package org.dossier.llm;

/// Line before and after material in a prompt that the material itself cannot contain.
public final class PromptDelimiter {
  private PromptDelimiter() {}

  /// The delimiter of `material`. It contains a hash over all of the material, so the author of a
  /// part of it cannot have predicted it. Equal materials have equal delimiters.
  public static String around(String material) {
    return "===== " + PromptFile.hash(material) + " =====";
  }
}
