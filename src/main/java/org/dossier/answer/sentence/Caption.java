package org.dossier.answer.sentence;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.WordListFile;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.jspecify.annotations.Nullable;

/// Recognizes English captions of pictures: “The mayor cuts a ribbon in Norholm on 3 March 2014.”
/// They name a day of the past, and their first verb is in the present tense or missing.
public final class Caption {
  private static final WordListFile DATES = WordListFile.read("dates.txt");
  private static final WordListFile PHRASES = WordListFile.read("phrases.txt");

  private static final Set<String> PAST =
      Stream.concat(DATES.words("past").stream(), DATES.words("past and present").stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> VERBS =
      Stream.concat(
              PHRASES.words("verbs").stream(),
              PHRASES.lines("irregular verbs").stream().map(line -> line.split(" ", 2)[0]))
          .collect(Collectors.toUnmodifiableSet());

  /// The verbs of reports and of other sentences that are no captions.
  private static final Set<String> OTHER =
      Set.of(
          "will", "would", "may", "might", "can", "could", "must", "should", "has", "have", "says",
          "say", "to");

  private static final Set<String> PRESENT = Set.of("is", "are");
  private static final Pattern WORD = Pattern.compile("[\\p{L}'’]+");
  private static final Pattern DAY_OF_MONTH = Pattern.compile("\\p{L}{3}.*\\d|\\d.*\\p{L}{3}");

  /// The greatest place of a date that begins an entry of a chronology: “14 March 2014: The board
  /// sells the ferry.”
  private static final int BEGINNING = 20;

  private Caption() {}

  /// @param published the day of publication; `null` if unknown
  public static boolean isCaption(String sentence, @Nullable LocalDate published) {
    if (sentence.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    return DateFinder.find(sentence, published).stream()
        .filter(date -> isPastDay(date, sentence, published))
        .findFirst()
        .filter(date -> date.span().start() > BEGINNING)
        .map(date -> isInPresent(sentence.substring(0, date.span().start())))
        .orElse(false);
  }

  private static boolean isPastDay(
      DateMention date, String sentence, @Nullable LocalDate published) {
    var range = date.range();
    return range != null
        && range.isDay()
        && DAY_OF_MONTH.matcher(date.span().of(sentence)).find()
        && (published == null || !range.from().isAfter(published));
  }

  /// True if the first verb is in the present tense, or none is found. A noun such as “attacks” is
  /// one if a verb in the past follows it.
  private static boolean isInPresent(String sentence) {
    var words =
        WORD.matcher(sentence).results().map(m -> m.group().toLowerCase(Locale.ROOT)).toList();
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var before = i == 0 ? "" : words.get(i - 1);
      if (OTHER.contains(word) || isPast(word)) {
        return false;
      }
      boolean isNoun = i + 1 < words.size() && isPast(words.get(i + 1));
      if (PRESENT.contains(word) || (isPresent(word, before) && !isNoun)) {
        return true;
      }
    }
    return true;
  }

  private static boolean isPast(String word) {
    return PAST.contains(word) || isRegularPast(word);
  }

  private static boolean isRegularPast(String word) {
    return word.length() > 3 && word.endsWith("ed");
  }

  /// “Cuts” after a singular, “cut” after a plural.
  private static boolean isPresent(String word, String before) {
    return before.endsWith("s")
        ? VERBS.contains(word)
        : word.endsWith("s")
            && (VERBS.contains(word.substring(0, word.length() - 1))
                || (word.endsWith("es") && VERBS.contains(word.substring(0, word.length() - 2))));
  }
}
