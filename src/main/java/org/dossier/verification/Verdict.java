package org.dossier.verification;

import java.util.Locale;

/// Whether a statement stands on its sources.
public sealed interface Verdict {
  /// How far it is carried, 0 to 1; also where a rule refused it, so that it can be ranked.
  double support();

  /// Every number, date, name and quotation is there, and the meaning is near.
  record Supported(double support) implements Verdict {
    public Supported {
      checkSupport(support);
    }
  }

  /// Something is not there.
  ///
  /// @param reason the first rule that the statement breaks
  /// @param detail what of it, in a few words for people: `“42” is in no source`
  record Unsupported(Reason reason, String detail, double support) implements Verdict {
    public Unsupported {
      checkSupport(support);
    }
  }

  /// Why a statement does not stand, in the order in which it is looked at.
  enum Reason {
    /// It has no words, or more than are checked.
    LENGTH,
    /// It has markup, a link, or characters that show something else than they are.
    MARKUP,
    /// It cites nothing.
    SOURCE,
    /// What it puts in quotation marks is not in the sources word for word.
    QUOTATION,
    /// A number is not in the sources, or counts something else there.
    NUMBER,
    /// A date is not in the sources.
    DATE,
    /// A name is not in the sources.
    NAME,
    /// Who did what to whom is turned round.
    ROLES,
    /// It denies what the sources say, or says what they deny.
    NEGATION,
    /// All of it may be there, but it does not say what the sources say.
    MEANING;

    /// `NUMBER` as `number`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static void checkSupport(double support) {
    if (!(support >= 0 && support <= 1)) {
      throw new IllegalArgumentException("support is 0 to 1: " + support);
    }
  }
}
