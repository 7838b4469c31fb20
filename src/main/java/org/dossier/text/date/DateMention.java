package org.dossier.text.date;

import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A date as a text writes it.
///
/// @param span its place: "on Friday" without the "on"
/// @param range the days it means; `null` if it cannot be resolved ("on Friday" without a reference
///   date)
/// @param relative true if the words alone do not determine the date ("Friday", "last month", "July
///   13"), so that a reader benefits from the date in brackets after them
/// @param certain false if the tense of the sentence does not decide between the last and the next
///   such date, or the next one is as likely because articles are updated; `range` is then the last
///   one
public record DateMention(Span span, @Nullable DateRange range, boolean relative, boolean certain) {
  DateMention(Span span, @Nullable DateRange range, boolean relative) {
    this(span, range, relative, range != null);
  }
}
