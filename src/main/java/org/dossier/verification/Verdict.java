package org.dossier.verification;

import java.util.Locale;

/// The result of the verification of a statement.
public sealed interface Verdict {
  /// The degree of support, 0 to 1; given even if a rule rejected the statement, for ranking.
  double support();

  /// Every number, date, name and quotation is in the sources, and the meaning is similar enough.
  record Supported(double support) implements Verdict {
    public Supported {
      checkSupport(support);
    }
  }

  /// Something is not in the sources.
  ///
  /// @param reason the first rule that the statement violates
  /// @param detail a short explanation for people: `“42” is in no source`
  record Unsupported(Reason reason, String detail, double support) implements Verdict {
    public Unsupported {
      checkSupport(support);
    }
  }

  /// The reasons to reject a statement, in the order in which they are checked.
  enum Reason {
    /// It has no words, or more characters than the limit.
    LENGTH,
    /// It has markup, a link, or misleading characters.
    MARKUP,
    /// It cites nothing.
    SOURCE,
    /// A quotation is not in the sources word for word.
    QUOTATION,
    /// A number is not in the sources, or counts something else there.
    NUMBER,
    /// A date is not in the sources.
    DATE,
    /// A name is not in the sources.
    NAME,
    /// Agent and patient, cause and effect, or two words are exchanged.
    ROLES,
    /// It denies what the sources affirm, or affirms what they deny.
    NEGATION,
    /// A clause is in no single source, but in several together.
    JOINED,
    /// It has another quantifier than the sources.
    QUANTIFIER,
    /// A role has another title in the sources.
    TITLE,
    /// It reports as fact what the sources only plan or claim.
    MODALITY,
    /// All of its facts may be in the sources, but its meaning is too dissimilar.
    MEANING,
    /// A word says something that no source says.
    ADDITION;

    /// True if the support decided, and not a rule: another `dossier.verification.min-support` can
    /// change the verdict.
    public boolean isDegree() {
      return this == MEANING || this == ADDITION;
    }

    /// `NUMBER` as `number`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static void checkSupport(double support) {
    if (!(support >= 0 && support <= 1)) {
      throw new IllegalArgumentException("support must be from 0 to 1: " + support);
    }
  }
}
