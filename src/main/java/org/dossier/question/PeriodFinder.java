package org.dossier.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.text.NumberWords;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Finds the period that a question names: "in 2013", "before May 2012", "since 2020", "between
/// March and June 2014", "in the last three weeks", "yesterday". English only.
final class PeriodFinder {
  private static final String BEFORE_A_DATE =
      "(?:the )?(?:(?:year|years|month|months|end of|start of|beginning of|early|late|mid)[ -])?$";

  private static final Pattern BEFORE = before("(?:before|prior to|ahead of|earlier than)");
  private static final Pattern UNTIL = before("(?:until|till|up to|no later than)");
  private static final Pattern AS_OF = before("as (?:of|at)");
  private static final Pattern AFTER = before("(?:after|later than|following)");
  private static final Pattern SINCE = before("(?:since|starting(?: in)?|beginning(?: in)?)");

  /// "From 2013" is the time after it for what goes on, and that year for a thing: "the articles
  /// from 2013".
  private static final Pattern GOING_ON_FROM =
      before(
          "(?:^|\\b(?:happen\\w*|chang\\w*|develop\\w*|evolv\\w*|unfold\\w*|go|goes|going|went|gone|on|run|ran|place|act\\w*|work\\w*) )from");

  private static final Pattern IN =
      before("(?:in|on|at|of|from|during|for|by|around|about|within|throughout|over|back in)");

  private static final Pattern ONWARDS =
      Pattern.compile("^ (?:on|onwards?|and later|or later)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN = before("between");
  private static final Pattern FROM = before("from");

  /// "2011 to 2013" is one mention; "from" before it does not mean that it lasts until today.
  private static final Pattern SPAN =
      Pattern.compile("(?i)\\b(?:to|until|till|through|and)\\b|[-–—]");

  private static final Pattern AND = Pattern.compile("(?i) and (?:the )?");
  private static final Pattern TO =
      Pattern.compile("(?i)(?: (?:to|until|till|through|up to) (?:the )?| ?[-–—] ?)");

  /// "In the last three weeks", "over the past year".
  private static final Pattern LAST =
      Pattern.compile(
          "\\b(?:(?:in|over|during|within|for) )?(?:the )?(?:last|past|previous) (?:(?<count>few|couple of|\\d{1,3}|[a-z]+) )?"
              + "(?<unit>day|week|month|year|decade)(?<many>s)?\\b",
          Pattern.CASE_INSENSITIVE);

  /// The greatest length of the words between a date and what is before its relation.
  private static final int MAX_RELATION = 40;

  private static final int FEW = 3;
  private static final int YEARS_OF_A_DECADE = 10;

  private PeriodFinder() {}

  /// A period and the words that name it, with the preposition before them.
  record Found(Period period, Span span) {}

  /// The period that `question` names; empty if it names none, or several that do not form one.
  static Optional<Found> find(String question, LocalDate askedOn) {
    var all = new ArrayList<Found>();
    last(question, askedOn).ifPresent(all::add);
    var mentions =
        DateFinder.find(question, askedOn).stream()
            .filter(mention -> all.stream().noneMatch(f -> f.span().overlaps(mention.span())))
            .toList();
    for (int i = 0; i < mentions.size(); i++) {
      var joined =
          i + 1 < mentions.size()
              ? joined(question, mentions.get(i), mentions.get(i + 1))
              : Optional.<Found>empty();
      if (joined.isPresent()) {
        all.add(joined.get());
        i++;
      } else {
        one(question, mentions.get(i), askedOn).ifPresent(all::add);
      }
    }
    long periods = all.stream().map(Found::period).distinct().count();
    return periods == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// "The last three weeks" end on the day of asking; "last week" is a week of the calendar, as in
  /// [DateFinder].
  private static Optional<Found> last(String question, LocalDate askedOn) {
    var matcher = LAST.matcher(question);
    while (matcher.find()) {
      var counted = matcher.group("count");
      int count = counted == null ? 1 : count(counted.toLowerCase(Locale.ROOT));
      boolean isCalendar =
          counted == null && !matcher.group().toLowerCase(Locale.ROOT).contains("the ");
      if (count > 0 && !isCalendar && (counted != null || matcher.group("many") == null)) {
        var from =
            switch (matcher.group("unit").toLowerCase(Locale.ROOT)) {
              case "day" -> askedOn.minusDays(count);
              case "week" -> askedOn.minusWeeks(count);
              case "month" -> askedOn.minusMonths(count);
              case "year" -> askedOn.minusYears(count);
              default -> askedOn.minusYears((long) YEARS_OF_A_DECADE * count);
            };
        return Optional.of(
            new Found(
                new Period(new DateRange(from, askedOn), false, false),
                new Span(matcher.start(), matcher.end())));
      }
    }
    return Optional.empty();
  }

  private static int count(String word) {
    return switch (word) {
      case "few" -> FEW;
      case "couple of" -> 2;
      default ->
          word.matches("\\d+") ? Integer.parseInt(word) : Math.max(0, NumberWords.value(word));
    };
  }

  /// "Between May 2011 and June 2012", "from March to June 2014".
  private static Optional<Found> joined(String question, DateMention first, DateMention second) {
    var from = first.range();
    var to = second.range();
    if (from == null || to == null) {
      return Optional.empty();
    }
    var before = question.substring(0, first.span().start());
    var link = question.substring(first.span().end(), second.span().start());
    var between = start(BETWEEN, before);
    var start =
        between != null && AND.matcher(link).matches()
            ? between
            : TO.matcher(link).matches() ? start(FROM, before) : null;
    if (start == null) {
      return Optional.empty();
    }
    // "From March to June 2014": the first one has the year of the second.
    var firstDay =
        first.relative() && !second.relative()
            ? from.from().withYear(to.from().getYear())
            : from.from();
    return firstDay.isAfter(to.to())
        ? Optional.empty()
        : Optional.of(
            new Found(
                new Period(
                    new DateRange(firstDay, to.to()), false, first.relative() && second.relative()),
                new Span(start, second.span().end())));
  }

  private static Optional<Found> one(String question, DateMention mention, LocalDate askedOn) {
    var range = mention.range();
    if (range == null) {
      return Optional.empty();
    }
    var before = question.substring(0, mention.span().start());
    var after = ONWARDS.matcher(question.substring(mention.span().end()));
    boolean onwards = after.find();
    int end = mention.span().end() + (onwards ? after.end() : 0);
    boolean isSpan = !range.isDay() && SPAN.matcher(mention.span().of(question)).find();
    for (var relation : List.of(BEFORE, UNTIL, AS_OF, AFTER, SINCE, GOING_ON_FROM, BETWEEN, IN)) {
      var start = start(relation, before);
      if (start != null) {
        var days =
            onwards
                ? since(range.from(), askedOn)
                : days(isSpan && start(FROM, before) != null ? IN : relation, range, askedOn);
        return days.map(d ->
            new Found(
                new Period(d, relation == AS_OF, isOfAnyYear(question, mention)),
                new Span(start, end)));
      }
    }
    return Optional.of(
        new Found(
            new Period(range, false, isOfAnyYear(question, mention)),
            new Span(mention.span().start(), end)));
  }

  private static Optional<DateRange> days(Pattern relation, DateRange range, LocalDate askedOn) {
    if (relation == BEFORE) {
      return Optional.of(DateRange.until(range.from().minusDays(1)));
    }
    if (relation == UNTIL || relation == AS_OF) {
      return Optional.of(DateRange.until(range.to()));
    }
    if (relation == AFTER) {
      return since(range.to().plusDays(1), askedOn);
    }
    return relation == SINCE || relation == GOING_ON_FROM
        ? since(range.from(), askedOn)
        : Optional.of(range);
  }

  private static Optional<DateRange> since(LocalDate day, LocalDate askedOn) {
    return day.isAfter(askedOn) ? Optional.empty() : Optional.of(new DateRange(day, askedOn));
  }

  /// "Last year" has a year by the day of asking; "in July" may be that of any year of the archive.
  private static boolean isOfAnyYear(String question, DateMention mention) {
    var words = mention.span().of(question).toLowerCase(Locale.ROOT);
    return mention.relative()
        && !words.matches(
            ".*\\b(?:last|this|past|next|coming|yesterday|today|tonight|tomorrow|ago|\\w+day)\\b.*");
  }

  private static Pattern before(String words) {
    return Pattern.compile("(?:^|\\b)" + words + " " + BEFORE_A_DATE, Pattern.CASE_INSENSITIVE);
  }

  /// Where the words of the relation start; `null` if others are before the date.
  private static @Nullable Integer start(Pattern relation, String before) {
    var matcher =
        relation
            .matcher(before)
            .region(Math.max(0, before.length() - MAX_RELATION), before.length())
            .useTransparentBounds(true);
    return matcher.find() ? matcher.start() : null;
  }
}
