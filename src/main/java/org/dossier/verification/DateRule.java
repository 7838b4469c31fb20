package org.dossier.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.LightStemmer;
import org.jspecify.annotations.Nullable;

/// The rule for dates. Every date must be in the cited words or follow from them: the same days in
/// another notation or resolved from the day of publication, or a month or year that contains them.
/// A date of the context or the day of publication is accepted too, provided that the statement
/// omits no date of the cited words.
final class DateRule implements Rule {
  private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

  private static final Set<String> BEGINNING =
      stems(
          "begin",
          "start",
          "open",
          "launch",
          "enter",
          "move",
          "become",
          "found",
          "establish",
          "impose",
          "introduce",
          "appoint",
          "elect",
          "join");
  private static final Set<String> END = stems("end", "expire", "finish", "close", "stop", "lapse");

  private static final Set<String> TIMES_OF_DAY =
      Set.of("morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "dusk");

  private static Set<String> stems(String... words) {
    return Stream.of(words).map(LightStemmer::of).collect(Collectors.toUnmodifiableSet());
  }

  /// A date of one text.
  ///
  /// @param words the words that express it, in lower case
  /// @param range `null` if it cannot be resolved
  /// @param relation the relation of the event to the date
  private record TextDate(
      Set<String> words, @Nullable DateRange range, boolean relative, DateRelation relation) {}

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var all = DateFinder.find(statement.plain(), null);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var cited = new ArrayList<TextDate>();
    var contextual = new ArrayList<TextDate>();
    for (int i = 0; i < analyzedSources.sources().size(); i++) {
      var published = analyzedSources.sources().get(i).published();
      cited.addAll(textDates(analyzedSources.texts().get(i).plain(), published));
      contextual.addAll(textDates(analyzedSources.contexts().get(i).plain(), published));
      if (published != null) {
        contextual.add(new TextDate(Set.of(), DateRange.day(published), false, DateRelation.AT));
      }
    }
    return new Comparison(statement, analyzedSources, cited, contextual)
        .findViolation()
        .or(() -> findUnknownTimeOfDay(statement, analyzedSources))
        .or(() -> DatedEvents.find(statement, analyzedSources));
  }

  private static Optional<Violation> findUnknownTimeOfDay(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var known = analyzedSources.stems();
    return statement.words().stream()
        .filter(word -> TIMES_OF_DAY.contains(word.lower()) && !known.contains(word.stem()))
        .findFirst()
        .map(word ->
            new Violation(Reason.DATE, "the time “%s” is in no source".formatted(word.lower())));
  }

  private static List<TextDate> textDates(String plain, @Nullable LocalDate published) {
    var mentions = DateFinder.find(plain, published);
    var relations = DateRelation.of(plain, mentions);
    return IntStream.range(0, mentions.size())
        .mapToObj(i -> textDate(plain, mentions.get(i), relations.get(i)))
        .toList();
  }

  private static TextDate textDate(String plain, DateMention mention, DateRelation relation) {
    var words = new HashSet<String>();
    WORD.matcher(mention.span().of(plain).toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> words.add(word.group()));
    return new TextDate(words, mention.range(), mention.relative(), relation);
  }

  private record Comparison(
      AnalyzedText statement,
      AnalyzedSources sources,
      List<TextDate> cited,
      List<TextDate> contextual) {

    Optional<Violation> findViolation() {
      // A relative date of the statement has one meaning for each day of publication.
      var published = sources.sources().stream().map(Source::published).distinct().toList();
      var mentions = DateFinder.find(statement.plain(), null);
      for (int i = 0; i < mentions.size(); i++) {
        var mention = mentions.get(i);
        var meanings = new ArrayList<TextDate>();
        for (var day : published) {
          var resolved = textDates(statement.plain(), day);
          if (resolved.size() == mentions.size()) {
            meanings.add(resolved.get(i));
          }
        }
        meanings.add(textDates(statement.plain(), null).get(i));
        var words = mention.span().of(statement.plain());
        if (meanings.stream().noneMatch(this::isSupported)) {
          return violation("the date “%s” is in no source".formatted(words));
        }
        if (meanings.stream().noneMatch(this::isInRelation)) {
          return violation("the sources have another relation to “%s”".formatted(words));
        }
      }
      return Optional.empty();
    }

    private static Optional<Violation> violation(String detail) {
      return Optional.of(new Violation(Reason.DATE, detail));
    }

    /// "Before Friday" is not "on Friday". If an event begins or ends at the date, "since" and
    /// "until" say the same as "on".
    private boolean isInRelation(TextDate date) {
      var others = cited.stream().filter(other -> follows(date, other)).toList();
      return others.isEmpty()
          ? date.relation() == DateRelation.AT || isYearInText(date)
          : others.stream().anyMatch(other -> agrees(date.relation(), other.relation()));
    }

    private boolean agrees(DateRelation own, DateRelation other) {
      return own == other
          || (own == DateRelation.AT
              && switch (other) {
                case SINCE, AFTER -> says(BEGINNING);
                case UNTIL, BEFORE -> says(END);
                case AT, BY, COMPARED -> false;
              })
          || (own == DateRelation.UNTIL && other == DateRelation.AT && citesEnd())
          || (own == DateRelation.SINCE && other == DateRelation.COMPARED)
          || (own == DateRelation.COMPARED && other == DateRelation.SINCE)
          || (own == DateRelation.SINCE && other == DateRelation.AT && citesBeginning());
    }

    private boolean says(Set<String> stems) {
      return statement.words().stream().anyMatch(word -> stems.contains(word.stem()));
    }

    private boolean citesEnd() {
      return sources.stems().stream().anyMatch(END::contains);
    }

    private boolean citesBeginning() {
      boolean sinceOther = cited.stream().anyMatch(date -> date.relation() == DateRelation.SINCE);
      return sources.words().stream()
          .anyMatch(word ->
              BEGINNING.contains(word.stem()) || (!sinceOther && word.lower().equals("since")));
    }

    private boolean isSupported(TextDate date) {
      if (cited.stream().anyMatch(other -> follows(date, other)) || isYearInText(date)) {
        return true;
      }
      return contextual.stream().anyMatch(other -> follows(date, other)) && omitsNoDate();
    }

    /// True if every date of the cited words is in the statement too.
    private boolean omitsNoDate() {
      return cited.stream()
          .allMatch(other -> statementDates().stream().anyMatch(own -> follows(own, other)));
    }

    private List<TextDate> statementDates() {
      var dates = new ArrayList<TextDate>();
      for (var source : sources.sources()) {
        dates.addAll(textDates(statement.plain(), source.published()));
      }
      return dates;
    }

    /// A year within a name: "the 2014 Conference".
    private boolean isYearInText(TextDate date) {
      if (date.words().size() != 1) {
        return false;
      }
      var word = date.words().iterator().next();
      return YEAR.matcher(word).matches()
          && sources.texts().stream()
              .anyMatch(text -> text.words().stream().anyMatch(w -> w.lower().equals(word)));
    }
  }

  /// True if an event at `other` is also an event at `date`.
  private static boolean follows(TextDate date, TextDate other) {
    if (date.relative() && other.relative() && date.words().equals(other.words())) {
      return true;
    }
    if (date.range() == null || other.range() == null) {
      return date.words().equals(other.words())
          || (date.range() == null
              && !date.words().isEmpty()
              && other.words().containsAll(date.words()))
          || (other.range() == null
              && other.words().size() > 1
              && date.words().containsAll(other.words()));
    }
    return !other.range().from().isBefore(date.range().from())
        && !other.range().to().isAfter(date.range().to());
  }
}
