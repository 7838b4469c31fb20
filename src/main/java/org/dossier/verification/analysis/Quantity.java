package org.dossier.verification.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.dossier.text.number.MeasurementUnit;
import org.dossier.text.number.NumberFinder;
import org.dossier.text.number.ShareFinder;
import org.jspecify.annotations.Nullable;

/// A number with the things that it counts.
///
/// @param span its place, without the things counted
/// @param value its value; negative if the text says so
/// @param kind cardinal or ordinal
/// @param unit `%`, a currency's sign, or empty
/// @param counted the stems of the things counted, as far as the words after the number show
/// @param before the stems of the last content words before it
/// @param after the stems of the next content words after it, up to the next number
/// @param bound the side on which the true number is said to lie
/// @param measure the unit of measurement directly after it; `null` if absent
/// @param preposition "by", "to" or "from" directly before it, without words that bound it; empty
///   if absent
public record Quantity(
    Span span,
    BigDecimal value,
    Kind kind,
    String unit,
    Set<String> counted,
    Set<String> before,
    Set<String> after,
    Bound bound,
    @Nullable Measure measure,
    String preposition) {
  /// The kind of a number.
  public enum Kind {
    CARDINAL,
    ORDINAL
  }

  /// A unit of measurement with its place.
  public record Measure(Span span, MeasurementUnit unit) {}

  /// The side of a number on which the true value is said to lie.
  public enum Bound {
    NONE,
    MORE,
    LESS
  }

  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("fifth", 5),
          Map.entry("sixth", 6),
          Map.entry("seventh", 7),
          Map.entry("eighth", 8),
          Map.entry("ninth", 9),
          Map.entry("tenth", 10),
          Map.entry("eleventh", 11),
          Map.entry("twelfth", 12),
          Map.entry("thirteenth", 13),
          Map.entry("fourteenth", 14),
          Map.entry("fifteenth", 15),
          Map.entry("sixteenth", 16),
          Map.entry("seventeenth", 17),
          Map.entry("eighteenth", 18),
          Map.entry("nineteenth", 19),
          Map.entry("twentieth", 20));

  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)\\b(?:(?<figure>\\p{Nd}{1,4})(?:st|nd|rd|th)|(?<word>"
              + String.join("|", ORDINALS.keySet())
              + "))\\b");
  private static final Pattern SHARE = Pattern.compile("^ ?(?:%|percent\\b|per cent\\b|pct\\b)");
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "$", "dollar", "$", "usd", "$", "€", "€", "euro", "€", "£", "£", "pound", "£", "¥",
          "¥", "yen", "¥");
  // Words before a number that bound it:
  //
  // | constant        | example            |
  // | MORE            | "over 500"         |
  // | MORE_THAN       | "more than 500"    |
  // | AT_LEAST        | "north of 500"     |
  // | LESS            | "nearly 500"       |
  // | LESS_THAN       | "fewer than 500"   |
  // | AT_MOST         | "shy of 500"       |
  // | NEGATED         | "no more than 500" |
  private static final Set<String> MORE =
      Set.of(
          "over",
          "above",
          "beyond",
          "exceed",
          "exceeds",
          "exceeded",
          "exceeding",
          "surpass",
          "surpasses",
          "surpassed",
          "surpassing",
          "topped",
          "topping");
  private static final Set<String> MORE_THAN = Set.of("more", "greater", "higher", "larger");
  private static final Set<String> AT_LEAST =
      Set.of("at least", "north of", "upwards of", "minimum of");
  private static final Set<String> LESS = Set.of("under", "below", "nearly", "almost");
  private static final Set<String> LESS_THAN = Set.of("less", "fewer", "lower", "smaller");
  private static final Set<String> NEGATED = Set.of("no", "not");
  private static final Set<String> AT_MOST =
      Set.of("at most", "up to", "shy of", "short of", "south of", "maximum of");

  private static final Set<String> PREPOSITIONS = Set.of("by", "to", "from");

  /// Words between a preposition and its number: "by more than 500".
  private static final Set<String> BOUNDING =
      Set.of(
          "about",
          "around",
          "some",
          "approximately",
          "roughly",
          "nearly",
          "almost",
          "over",
          "under",
          "more",
          "less",
          "fewer",
          "than",
          "at",
          "least",
          "most",
          "an",
          "estimated",
          "just",
          "only");

  private static final Pattern FREQUENCY = Pattern.compile("ly$|annual$");

  /// The number of words after a number in which its unit of measurement is looked for.
  private static final int MEASURE_WINDOW = 2;

  /// The number of words after a number that may name the things counted: "two new ships".
  private static final int MAX_COUNTED_WORDS = 3;

  /// The number of words after a number that may name the set of which it counts a part: "of the
  /// town's 5,200".
  private static final int MAX_PARTITIVE_WORDS = 5;

  /// The number of content words on each side that form the context of a number.
  private static final int CONTEXT_WORDS = 4;

  /// The number of words after a number in which a currency is looked for: "5 US dollars".
  private static final int CURRENCY_WINDOW = 2;

  /// The number of characters after a number in which a percent sign or word is looked for. The
  /// longest, " per cent", has nine.
  private static final int SHARE_CHARACTERS = 12;

  /// The numbers of a plain text, in order.
  static List<Quantity> findAll(String plain, List<Word> words) {
    var quantities = new ArrayList<Quantity>();
    var shares =
        ShareFinder.find(plain).stream().filter(share -> !isOrdinal(share, words)).toList();
    shares.forEach(share -> quantities.add(cardinal(plain, words, share, "%")));
    for (var mention : NumberFinder.find(plain)) {
      if (shares.stream().noneMatch(share -> share.span().overlaps(mention.span()))) {
        quantities.add(cardinal(plain, words, mention, unit(plain, words, mention.span())));
      }
    }
    var places = ORDINAL.matcher(plain);
    while (places.find()) {
      var span = new Span(places.start(), places.end());
      if (quantities.stream().noneMatch(quantity -> quantity.span().overlaps(span))) {
        quantities.add(ordinal(words, span, places.group("figure"), places.group("word")));
      }
    }
    quantities.sort(Comparator.comparing(Quantity::span));
    return List.copyOf(quantities);
  }

  /// "A fourth straight year", "a third bridge": no share.
  private static boolean isOrdinal(NumberFinder.Mention share, List<Word> words) {
    var next = nextWords(words, share.span(), 1);
    var last = words.stream().filter(word -> word.span().end() == share.span().end()).findFirst();
    return last.isPresent()
        && ORDINALS.containsKey(last.get().lower())
        && !next.isEmpty()
        && next.getFirst().isContentWord()
        && !next.getFirst().isPast()
        && !next.getFirst().capital()
        && !WordLists.REPORTING.contains(next.getFirst().stem())
        && !WordLists.EMPTY.contains(next.getFirst().stem());
  }

  private static Quantity cardinal(
      String plain, List<Word> words, NumberFinder.Mention mention, String unit) {
    var span = mention.span();
    boolean negative = isNegative(plain, span.start());
    return new Quantity(
        span,
        negative ? mention.value().negate() : mention.value(),
        Kind.CARDINAL,
        unit,
        counted(words, span),
        before(words, span),
        after(words, span),
        bound(words, span),
        measure(words, span),
        preposition(words, span));
  }

  private static Quantity ordinal(List<Word> words, Span span, String figure, String word) {
    int value =
        figure != null
            ? Integer.parseInt(figure)
            : ORDINALS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    return new Quantity(
        span,
        BigDecimal.valueOf(value),
        Kind.ORDINAL,
        "",
        counted(words, span),
        before(words, span),
        after(words, span),
        Bound.NONE,
        null,
        "");
  }

  private static boolean isNegative(String plain, int start) {
    if (plain.startsWith("minus ", Math.max(0, start - "minus ".length()))) {
      return true;
    }
    boolean signed = start > 0 && plain.charAt(start - 1) == '-';
    return signed && (start == 1 || " (".indexOf(plain.charAt(start - 2)) >= 0);
  }

  private static String unit(String plain, List<Word> words, Span span) {
    var following =
        plain.substring(span.end(), Math.min(plain.length(), span.end() + SHARE_CHARACTERS));
    if (SHARE.matcher(following).find()) {
      return "%";
    }
    if (span.start() > 0) {
      var sign = CURRENCIES.get(plain.substring(span.start() - 1, span.start()));
      if (sign != null) {
        return sign;
      }
    }
    return nextWords(words, span, CURRENCY_WINDOW).stream()
        .map(word -> CURRENCIES.getOrDefault(word.stem(), ""))
        .filter(sign -> !sign.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The stems of the things that a number counts. In "two of the 312 patients", both numbers count
  /// patients.
  private static Set<String> counted(List<Word> words, Span span) {
    var counted = new HashSet<String>();
    var next = nextWords(words, span, MAX_PARTITIVE_WORDS + MAX_COUNTED_WORDS);
    if (isPredicate(next)) {
      return Set.of();
    }
    var things = next.subList(partitiveLength(next), next.size());
    for (var word : things.stream().limit(MAX_COUNTED_WORDS).toList()) {
      if (!word.isContentWord() && !word.lower().equals("of") && !word.lower().equals("the")) {
        break;
      }
      if (word.isContentWord()) {
        counted.add(word.stem());
      }
    }
    return counted;
  }

  /// "61 gave up": a verb, and nothing that is counted.
  private static boolean isPredicate(List<Word> next) {
    return !next.isEmpty()
        && next.getFirst().isPast()
        && (next.size() == 1 || !next.get(1).isContentWord());
  }

  /// The number of words of "of the 312", "of Delmar's 5,200" at the beginning of `next`; 0 if the
  /// words are others.
  private static int partitiveLength(List<Word> next) {
    if (next.isEmpty() || !next.getFirst().lower().equals("of")) {
      return 0;
    }
    for (int at = 1; at < Math.min(MAX_PARTITIVE_WORDS, next.size()); at++) {
      if (isNumber(next.get(at))) {
        int end = at + 1;
        while (end < next.size() && isNumber(next.get(end))) {
          end++;
        }
        return end;
      }
    }
    return 0;
  }

  private static boolean isNumber(Word word) {
    return Character.isDigit(word.lower().codePointAt(0))
        || (word.isContentWord() && WordLists.AMOUNTS.contains(word.lower()));
  }

  /// "21 days", "two full days".
  private static @Nullable Measure measure(List<Word> words, Span span) {
    for (var word : nextWords(words, span, MEASURE_WINDOW)) {
      // "Four daily flights" count flights.
      var unit = FREQUENCY.matcher(word.lower()).find() ? null : MeasurementUnit.of(word.lower());
      if (unit != null) {
        return new Measure(word.span(), unit);
      }
      if (!word.isContentWord()) {
        return null;
      }
    }
    return null;
  }

  private static String preposition(List<Word> words, Span span) {
    var before =
        words.stream()
            .filter(word -> word.span().end() <= span.start())
            .map(Word::lower)
            .filter(word -> !BOUNDING.contains(word))
            .toList();
    return !before.isEmpty() && PREPOSITIONS.contains(before.getLast()) ? before.getLast() : "";
  }

  private static Set<String> before(List<Word> words, Span span) {
    var contentWords =
        words.stream()
            .filter(word -> word.isContentWord() && word.span().end() <= span.start())
            .toList();
    return stems(
        contentWords.subList(
            Math.max(0, contentWords.size() - CONTEXT_WORDS), contentWords.size()));
  }

  private static Set<String> after(List<Word> words, Span span) {
    var after = new ArrayList<Word>();
    var next = nextWords(words, span, 2);
    // In "61 of the runners", the runners are the total.
    boolean total =
        next.size() == 2 && next.getFirst().lower().equals("of") && !next.get(1).isContentWord();
    for (var word : words) {
      boolean follows = word.span().start() >= span.end();
      // The words after the next number are about that number: "of the 214 runners, 61 gave up".
      if (after.size() == CONTEXT_WORDS || (follows && isNumber(word) && !after.isEmpty())) {
        break;
      }
      if (follows && word.isContentWord() && !isNumber(word) && !total) {
        after.add(word);
      }
      total &= !follows || !word.isContentWord();
    }
    return stems(after);
  }

  private static Set<String> stems(List<Word> words) {
    return words.stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
  }

  /// The next words of the same clause, at most `most`.
  private static List<Word> nextWords(List<Word> words, Span span, int most) {
    var following = new ArrayList<Word>();
    int clause = -1;
    for (var word : words) {
      if (word.span().start() < span.end()) {
        clause = word.clause();
      } else if (word.clause() != clause || following.size() == most) {
        break;
      } else {
        following.add(word);
      }
    }
    return following;
  }

  private static Bound bound(List<Word> words, Span span) {
    var before = words.stream().filter(word -> word.span().end() <= span.start()).toList();
    if (before.isEmpty()) {
      return Bound.NONE;
    }
    var last = before.getLast().lower();
    var second = before.size() > 1 ? before.get(before.size() - 2).lower() : "";
    var third = before.size() > 2 ? before.get(before.size() - 3).lower() : "";
    if (last.equals("than") && NEGATED.contains(third)) {
      return MORE_THAN.contains(second) ? Bound.LESS : Bound.MORE;
    }
    if (last.equals("than")) {
      return MORE_THAN.contains(second)
          ? Bound.MORE
          : LESS_THAN.contains(second) ? Bound.LESS : Bound.NONE;
    }
    var both = second + " " + last;
    if (AT_LEAST.contains(both)) {
      return Bound.MORE;
    }
    if (AT_MOST.contains(both)) {
      return Bound.LESS;
    }
    // "Over four years, …" is a period.
    boolean isPeriod =
        last.equals("over")
            && measure(words, span) != null
            && (second.isEmpty()
                || before.get(before.size() - 2).clause() != before.getLast().clause());
    return MORE.contains(last) && !isPeriod
        ? Bound.MORE
        : LESS.contains(last) ? Bound.LESS : Bound.NONE;
  }
}
