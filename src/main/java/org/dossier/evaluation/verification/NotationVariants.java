package org.dossier.evaluation.verification;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;
import org.dossier.text.date.DateFinder;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;

/// A generator of true statements with a date, a number or a name in another notation.
final class NotationVariants {
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ISO_LOCAL_DATE);
  private static final List<String> SMALL =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final Pattern SPEAKS =
      Pattern.compile("(?:,| (?:said|says|told|added|wrote|has|was|is|did|will|and)\\b)");
  private static final Set<String> NO_GIVEN_NAMES =
      WordListFile.read(NotationVariants.class, "alterations.txt").words("no given names");

  private NotationVariants() {}

  static Optional<String> date(CitedSentence sentence, Random random) {
    var text = sentence.text();
    var dates = new ArrayList<>(DateFinder.find(text, sentence.article().published()));
    Collections.shuffle(dates, random);
    for (var date : dates) {
      var range = date.range();
      if (range == null || sentence.isQuoted(date.span())) {
        continue;
      }
      boolean whole = range.isDay() && date.span().of(text).matches(".*\\p{Lu}.*");
      if (whole) {
        var form = DAYS.get(random.nextInt(DAYS.size()));
        var said = FactPerturbations.replace(text, date.span(), form.format(range.from()));
        return Optional.of(said);
      }
      boolean month = date.relative() && date.span().of(text).endsWith("month");
      if (month) {
        var said = DateFinder.format(range);
        return Optional.of(FactPerturbations.replace(text, date.span(), "in " + said));
      }
    }
    return Optional.empty();
  }

  static Optional<String> number(CitedSentence sentence) {
    var text = sentence.text();
    for (var number : NumberFinder.find(text)) {
      if (sentence.isQuoted(number.span())) {
        continue;
      }
      var written = number.span().of(text);
      var other = otherNotation(written, number.value());
      if (!other.equals(written)) {
        return Optional.of(FactPerturbations.replace(text, number.span(), other));
      }
    }
    return Optional.empty();
  }

  private static String otherNotation(String written, BigDecimal value) {
    boolean figures = written.chars().allMatch(Character::isDigit);
    if (value.compareTo(MILLION) >= 0) {
      var millions = value.divide(MILLION).stripTrailingZeros();
      return written.contains("illion")
          ? String.format(Locale.ROOT, "%,d", value.longValue())
          : millions.toPlainString() + " million";
    }
    if (figures && value.compareTo(BigDecimal.valueOf(12)) <= 0) {
      return SMALL.get(value.intValue());
    }
    if (written.contains(",")) {
      return written.replace(",", "");
    }
    return SMALL.contains(written.toLowerCase(Locale.ROOT)) && value.signum() > 0
        ? value.toPlainString()
        : written;
  }

  /// Shortens a name: "Sergei Lavrov said" becomes "Lavrov said".
  static Optional<String> name(CitedSentence sentence) {
    var text = sentence.text();
    for (var span : NameFinder.find(text)) {
      var words = span.of(text).split(" ", -1);
      boolean person =
          words.length == 2
              && !sentence.isQuoted(span)
              && !NO_GIVEN_NAMES.contains(words[0].toLowerCase(Locale.ROOT))
              && words[1].matches("\\p{Lu}\\p{Ll}{3,}")
              && words[0].matches("\\p{Lu}\\p{Ll}{2,}")
              && SPEAKS.matcher(text).region(span.end(), text.length()).lookingAt();
      if (person) {
        return Optional.of(FactPerturbations.replace(text, span, words[1]));
      }
    }
    return Optional.empty();
  }
}
