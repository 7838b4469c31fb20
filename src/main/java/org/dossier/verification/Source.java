package org.dossier.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Text that a statement cites.
///
/// @param text the cited sentence or sentences, exactly; they must support the statement
/// @param context the headline, the publisher and the neighbouring sentences, which may contribute
///   a name or a date; possibly empty. It supports nothing by itself
/// @param published the day from which "on Friday" is resolved; `null` if unknown
public record Source(String text, String context, @Nullable LocalDate published) {
  public Source {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a source must not be blank");
    }
  }
}
