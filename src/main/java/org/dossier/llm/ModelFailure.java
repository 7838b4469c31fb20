package org.dossier.llm;

/// A model that was asked and did not give what was asked for. The text is ours, for the log: it
/// never has words of the question, of an article, of the provider, or a key. That is why no cause
/// is kept either.
public final class ModelFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public ModelFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// What went wrong, as far as one can tell from here.
  public enum Reason {
    /// No statement in time, or no end.
    TOO_SLOW(true),
    /// Nobody answers at its address.
    UNREACHABLE(true),
    /// Too many requests, or no money left.
    QUOTA(true),
    /// The key is refused, or the request.
    REFUSED(true),
    /// There is no model of that name.
    UNKNOWN_MODEL(true),
    /// The provider says that it failed.
    BROKEN(true),
    /// It ended in the middle.
    CUT_OFF(true),
    /// What came back is not in the provider's format.
    GARBLED(true),
    /// What came back is in no way an answer.
    NONSENSE(false),
    /// As many answers are being written as may be.
    BUSY(false),
    /// It failed so often that it is left alone for a while.
    RESTING(false);

    private final boolean counts;

    Reason(boolean counts) {
      this.counts = counts;
    }

    /// Whether it speaks against asking again at once.
    boolean counts() {
      return counts;
    }
  }
}
