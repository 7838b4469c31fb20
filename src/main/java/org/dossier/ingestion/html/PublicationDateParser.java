package org.dossier.ingestion.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;

/// A parser for the date in a string with a date, or a date and a time.
public final class PublicationDateParser {
  private static final Pattern FIGURES =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|(\\d{2})(\\d{2})"
              + "|[年년]\\s?(\\d{1,2})[月월]\\s?(\\d{1,2})[日일])(?:(?:T|\\s+)(\\d{1,2}:?\\d{2}\\S{0,20}(?:\\s\\S{1,10}){0,2}))?");
  private static final int TIME = 10;
  private static final int LONGEST = 120;

  /// Seconds, or with three more digits milliseconds, since 1970.
  private static final Pattern EPOCH = Pattern.compile("[1-4]\\d{9}(?:\\d{3})?");

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final long MOST_SECONDS = 4_999_999_999L;

  private PublicationDateParser() {}

  /// A date in a sentence, with the span of its words.
  public record Mention(LocalDate day, Span span) {}

  /// The only date in `text`: numeric with the year first, with or without a time, in words, or the
  /// time since 1970 in UTC. The date is that of the time's own offset. Empty if there is no date
  /// or more than one.
  public static Optional<PublicationDate> find(String text) {
    var line = text.strip();
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    if (EPOCH.matcher(line).matches()) {
      return ofEpoch(Long.parseLong(line));
    }
    var figures = FIGURES.matcher(line);
    if (figures.matches()) {
      int group = 2;
      while (figures.group(group) == null) {
        group += 2;
      }
      var time = figures.group(TIME) == null ? null : StatedTime.parse(figures.group(TIME));
      return day(figures.group(1), figures.group(group), figures.group(group + 1))
          .map(day -> new PublicationDate(day, time));
    }
    return findMention(line).map(mention -> new PublicationDate(mention.day()));
  }

  /// The only date in `line` whose words need no other date for their interpretation.
  public static Optional<Mention> findMention(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    var days = DateFinder.find(line, null).stream().filter(PublicationDateParser::isDay).toList();
    if (days.stream().map(DateMention::range).distinct().count() != 1) {
      return Optional.empty();
    }
    var range = days.getFirst().range();
    return range == null
        ? Optional.empty()
        : Optional.of(new Mention(range.from(), covering(days)));
  }

  private static Optional<PublicationDate> ofEpoch(long time) {
    long seconds = time > MOST_SECONDS ? time / 1_000 : time;
    var moment = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    return Optional.of(
        new PublicationDate(
            moment.toLocalDate(), StatedTime.parse(moment.toLocalTime().format(SECONDS) + "Z")));
  }

  private static boolean isDay(DateMention mention) {
    DateRange range = mention.range();
    return range != null && range.isDay();
  }

  private static Span covering(List<DateMention> mentions) {
    return new Span(mentions.getFirst().span().start(), mentions.getLast().span().end());
  }

  /// Programs write the year 1 for an unknown date.
  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      var date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() < 1000 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
