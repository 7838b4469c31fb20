package org.dossier.verification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Words that a statement cites.
///
/// @param text the cited sentence or sentences, exactly; what the statement says must be said here
/// @param context what stands around them and may lend them a name or a date: headline, publisher,
///   the sentences before and behind; perhaps nothing. It supports nothing by itself
/// @param published the day from which "on Friday" counts; null where unknown
public record Source(String text, String context, @Nullable LocalDate published) {
  public Source {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a source has words");
    }
  }
}
