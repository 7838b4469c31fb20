package org.dossier.evaluation.verification;

/// The kinds of statements that are made from an archive, false ones first.
enum StatementKind {
  NUMBER("another number", false),
  DATE("another date", false),
  NAME_OF_ARTICLE("another name of the article", false),
  NAME_OF_ARCHIVE("a name of another article", false),
  QUOTATION("a changed quotation", false),
  NUMBERS_SWAPPED("two numbers swapped", false),
  NAMES_SWAPPED("two names swapped", false),
  NEGATION("a negation added or removed", false),
  OPPOSITE("an antonym", false),
  JOINED("joined from two articles", false),
  NEAR("a similar sentence of another article", false),
  INVENTED("a fabricated sentence", false),

  VERBATIM("verbatim", true),
  DATE_WRITTEN("a date in another notation", true),
  NUMBER_WRITTEN("a number in another notation", true),
  NAME_SHORTENED("a name shortened", true),
  REPORTED("another reporting verb", true),
  ACCORDING("“according to” for “said”", true),
  SYNONYMS("synonyms", true),
  DROPPED("a clause removed", true),
  REORDERED("clauses in another order", true),
  ACTIVE("passive made active", true),
  TWO_JOINED("two sentences joined", true);

  private final String label;
  private final boolean truth;

  StatementKind(String words, boolean truth) {
    this.label = words;
    this.truth = truth;
  }

  /// The label in reports.
  String label() {
    return label;
  }

  /// True if the sources say statements of this kind.
  boolean truth() {
    return truth;
  }
}
