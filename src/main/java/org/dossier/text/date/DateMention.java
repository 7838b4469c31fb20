package org.dossier.text.date;

import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A date as some text writes it.
///
/// @param span where it stands: "on Friday" without the "on"
/// @param range the days it means; null where that cannot be known ("on Friday", and no date to
///   count from)
/// @param relative whether the words alone do not tell ("Friday", "last month", "July 13"), so that
///   a reader is helped by having the date in brackets behind them
public record DateMention(Span span, @Nullable DateRange range, boolean relative) {}
