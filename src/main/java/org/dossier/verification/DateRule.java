package org.dossier.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.verification.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/// The rule for dates. Every date must be in the cited words or follow from them: the same days in
/// another notation or resolved from the day of publication, or a month or year that contains them.
/// A date of the context or the day of publication is accepted too, provided that the statement
/// omits no date of the cited words.
final class DateRule implements Rule {
  private static final Pattern YEAR = Pattern.compile("\\p{Nd}{4}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

  /// A date of one text.
  ///
  /// @param words the words that express it, in lower case
  /// @param range `null` if it cannot be resolved
  private record Dated(Set<String> words, @Nullable DateRange range, boolean relative) {}

  @Override
  public Optional<Violation> broken(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var all = DateFinder.find(claim.plain(), null);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var cited = new ArrayList<Dated>();
    var around = new ArrayList<Dated>();
    for (int i = 0; i < analyzedSources.sources().size(); i++) {
      var published = analyzedSources.sources().get(i).published();
      cited.addAll(dated(analyzedSources.texts().get(i).plain(), published));
      around.addAll(dated(analyzedSources.contexts().get(i).plain(), published));
      if (published != null) {
        around.add(new Dated(Set.of(), DateRange.day(published), false));
      }
    }
    return new Comparison(claim, analyzedSources, cited, around).breach();
  }

  private static List<Dated> dated(String plain, @Nullable LocalDate published) {
    return DateFinder.find(plain, published).stream()
        .map(mention -> dated(plain, mention))
        .toList();
  }

  private static Dated dated(String plain, DateMention mention) {
    var words = new HashSet<String>();
    WORD.matcher(mention.span().of(plain).toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> words.add(word.group()));
    return new Dated(words, mention.range(), mention.relative());
  }

  private record Comparison(
      AnalyzedText claim, AnalyzedSources evidence, List<Dated> cited, List<Dated> around) {

    Optional<Violation> breach() {
      // A relative date of the statement has one meaning for each day of publication.
      var published = evidence.sources().stream().map(Source::published).distinct().toList();
      var mentions = DateFinder.find(claim.plain(), null);
      for (int i = 0; i < mentions.size(); i++) {
        var mention = mentions.get(i);
        var meanings = new ArrayList<Dated>();
        for (var day : published) {
          var resolved = DateFinder.find(claim.plain(), day);
          if (resolved.size() == mentions.size()) {
            meanings.add(dated(claim.plain(), resolved.get(i)));
          }
        }
        meanings.add(dated(claim.plain(), mention));
        if (meanings.stream().noneMatch(this::isCarried)) {
          return Optional.of(
              new Violation(
                  Reason.DATE,
                  "the date “%s” is in no source".formatted(mention.span().of(claim.plain()))));
        }
      }
      return Optional.empty();
    }

    private boolean isCarried(Dated date) {
      if (cited.stream().anyMatch(other -> follows(date, other)) || isYearInWords(date)) {
        return true;
      }
      return around.stream().anyMatch(other -> follows(date, other)) && leavesNoneAside();
    }

    /// True if every date of the cited words is in the statement too.
    private boolean leavesNoneAside() {
      return cited.stream()
          .allMatch(other -> claimDates().stream().anyMatch(own -> follows(own, other)));
    }

    private List<Dated> claimDates() {
      var dates = new ArrayList<Dated>();
      for (var source : evidence.sources()) {
        dates.addAll(dated(claim.plain(), source.published()));
      }
      return dates;
    }

    /// A year within a name: "the 2014 Conference".
    private boolean isYearInWords(Dated date) {
      if (date.words().size() != 1) {
        return false;
      }
      var word = date.words().iterator().next();
      return YEAR.matcher(word).matches()
          && evidence.texts().stream()
              .anyMatch(text -> text.words().stream().anyMatch(w -> w.lower().equals(word)));
    }
  }

  /// True if an event at `other` is also an event at `date`.
  private static boolean follows(Dated date, Dated other) {
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
