package org.dossier.evaluation.verification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;
import org.jspecify.annotations.Nullable;

/// A generator of sentences with one wrong fact: another number, date or name, or other words in a
/// quotation.
final class FactPerturbations {
  private static final List<String> WORDED =
      List.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "fifteen", "twenty", "thirty", "forty", "sixty");
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+");
  private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\p{Nd}{2}\\b");
  private static final Pattern LONG_WORD = Pattern.compile("\\b\\p{Ll}{4,}\\b");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private FactPerturbations() {}

  static Optional<String> number(CitedSentence sentence, Random random) {
    var text = sentence.text();
    var numbers = new ArrayList<>(NumberFinder.find(text));
    Collections.shuffle(numbers, random);
    for (var number : numbers) {
      var written = number.span().of(text);
      var other = otherNumber(written, random);
      var changed = replace(text, number.span(), other);
      boolean isNew =
          NumberFinder.find(text).stream().noneMatch(n -> n.value().compareTo(valueOf(other)) == 0);
      if (!other.equals(written) && isNew) {
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }

  private static BigDecimal valueOf(String number) {
    var read = NumberFinder.find(number);
    return read.size() == 1 ? read.getFirst().value() : BigDecimal.valueOf(-1);
  }

  private static String otherNumber(String written, Random random) {
    var figure = FIGURE.matcher(written);
    if (figure.find()) {
      // Digits of the same length; the first one is never zero.
      var last = figure.group();
      int at = random.nextInt(last.length());
      int digit = Character.digit(last.charAt(at), 10);
      int other = (digit + 1 + random.nextInt(8)) % 10;
      other = other == 0 && at == 0 ? (digit == 9 ? 8 : 9) : other;
      return replace(
          written, new Span(figure.start() + at, figure.start() + at + 1), Integer.toString(other));
    }
    for (var word : WORDED) {
      var worded = Pattern.compile("(?i)\\b" + word + "\\b").matcher(written);
      if (worded.find()) {
        var others = WORDED.stream().filter(o -> !o.equals(word)).toList();
        return worded.replaceFirst(others.get(random.nextInt(others.size())));
      }
    }
    return written;
  }

  static Optional<String> date(CitedSentence sentence, Random random) {
    var text = sentence.text();
    var published = sentence.article().published();
    var dates = new ArrayList<>(DateFinder.find(text, published));
    Collections.shuffle(dates, random);
    for (var date : dates) {
      var other = otherDate(date.span().of(text), random);
      var changed = replace(text, date.span(), other);
      var before = DateFinder.find(text, published);
      boolean isNew =
          DateFinder.find(changed, published).stream()
              .filter(d -> d.span().start() == date.span().start())
              .anyMatch(d -> isApartFrom(before, d.range()));
      if (isNew) {
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }

  private static boolean isApartFrom(List<DateMention> others, @Nullable DateRange range) {
    return range != null
        && others.stream()
            .map(DateMention::range)
            .allMatch(other -> other == null || !range.overlaps(other));
  }

  private static String otherDate(String written, Random random) {
    for (var day : DAYS) {
      if (written.contains(day)) {
        return written.replace(day, other(DAYS, day, random));
      }
    }
    var year = YEAR.matcher(written);
    boolean yearFirst = random.nextBoolean();
    if (yearFirst && year.find()) {
      int shift = (1 + random.nextInt(9)) * (random.nextBoolean() ? 1 : -1);
      return year.replaceFirst(Integer.toString(Integer.parseInt(year.group()) + shift));
    }
    var months = months();
    for (var month : months) {
      if (written.contains(month)) {
        return written.replace(month, other(months, month, random));
      }
    }
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "today" -> "yesterday";
      case "yesterday" -> "today";
      case "tomorrow" -> "yesterday";
      case "last week" -> "next week";
      case "last month" -> "last week";
      case "last year" -> "this month";
      case "this week" -> "last month";
      default -> {
        var again = YEAR.matcher(written);
        yield again.find()
            ? again.replaceFirst(Integer.toString(Integer.parseInt(again.group()) - 3))
            : written;
      }
    };
  }

  private static List<String> months() {
    var months = new ArrayList<String>();
    for (int month = 1; month <= 12; month++) {
      var name = LocalDate.of(2000, month, 1).getMonth();
      months.add(name.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
    return months;
  }

  private static String other(List<String> of, String than, Random random) {
    var others = of.stream().filter(o -> !o.equals(than)).toList();
    return others.get(random.nextInt(others.size()));
  }

  static Optional<String> nameOfArticle(CitedSentence sentence, SentencePool pool, Random random) {
    return pool.nameOfArticle(sentence, random).flatMap(name -> rename(sentence, name, random));
  }

  static Optional<String> nameOfArchive(CitedSentence sentence, SentencePool pool, Random random) {
    return pool.nameOfArchive(sentence, random).flatMap(name -> rename(sentence, name, random));
  }

  private static Optional<String> rename(CitedSentence sentence, String name, Random random) {
    var names = NameFinder.find(sentence.text());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var span = names.get(random.nextInt(names.size()));
    return Optional.of(replace(sentence.text(), span, name));
  }

  static Optional<String> quotation(CitedSentence sentence, Random random) {
    var text = sentence.text();
    var words =
        LONG_WORD
            .matcher(text)
            .results()
            .map(word -> new Span(word.start(), word.end()))
            .filter(word -> sentence.quotations().stream().anyMatch(q -> q.contains(word)))
            .toList();
    if (words.size() < 2) {
      return Optional.empty();
    }
    var span = words.get(random.nextInt(words.size()));
    var others =
        LONG_WORD
            .matcher(sentence.before() + " " + sentence.after() + " nevertheless carefully")
            .results()
            .map(result -> result.group())
            .filter(other -> !text.contains(other))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(replace(text, span, others.get(random.nextInt(others.size()))));
  }

  /// Swaps the first two numbers of different value.
  static Optional<String> swapNumbers(CitedSentence sentence) {
    var text = sentence.text();
    var numbers = NumberFinder.find(text);
    for (int i = 1; i < numbers.size(); i++) {
      var one = numbers.get(i - 1);
      var other = numbers.get(i);
      if (one.value().compareTo(other.value()) != 0) {
        return Optional.of(swap(text, one.span(), other.span()));
      }
    }
    return Optional.empty();
  }

  /// Swaps two names with a past-tense verb between them.
  static Optional<String> swapNames(CitedSentence sentence) {
    var text = sentence.text();
    var names = NameFinder.find(text);
    for (int i = 1; i < names.size(); i++) {
      var one = names.get(i - 1);
      var other = names.get(i);
      var between = text.substring(one.end(), other.start());
      boolean deed =
          between.matches("(?: has| had)? (?!met )\\p{Ll}+(?:ed|told|gave|beat)(?: the)? ");
      if (deed && !one.of(text).equals(other.of(text))) {
        return Optional.of(swap(text, one, other));
      }
    }
    return Optional.empty();
  }

  private static String swap(String text, Span one, Span other) {
    return text.substring(0, one.start())
        + other.of(text)
        + text.substring(one.end(), other.start())
        + one.of(text)
        + text.substring(other.end());
  }

  static String replace(String text, Span span, String words) {
    return text.substring(0, span.start()) + words + text.substring(span.end());
  }

  static String replace(String text, Matcher match, String words) {
    return replace(text, new Span(match.start(), match.end()), words);
  }
}
