package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.text.Span;

/// A word of a plain text.
///
/// @param span its place, without a possessive ending
/// @param lower the word in lower case
/// @param stem the stem that its forms share
/// @param capital true if it begins with a capital
/// @param acronym true if it has two capitals or more
/// @param clause the number of its clause in the text; commas, colons, brackets and full stops
///   separate clauses
public record Word(
    Span span, String lower, String stem, boolean capital, boolean acronym, int clause) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:\\.\\p{L}(?=\\.))*+");
  private static final Pattern BREAK = Pattern.compile("[,;:()\\[\\]–!?]|\\.\\s|\\R");
  private static final String NEGATION = "n't";
  private static final Pattern NOUN_OR_PRESENT = Pattern.compile("(?:ing|ment|ments|ure|s|er|re)$");

  public static List<Word> tokenize(String plain) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(plain);
    int clause = 0;
    int end = 0;
    while (matcher.find()) {
      var gap = plain.substring(end, matcher.start());
      boolean withinNumber = gap.equals(",") && isDigit(plain, end - 1) && isDigit(plain, end + 1);
      clause += BREAK.matcher(gap).find() && !withinNumber ? 1 : 0;
      end = matcher.end();
      var lower = matcher.group().toLowerCase(Locale.ROOT).replace(".", "");
      boolean contracted = gap.equals("'") && !words.isEmpty();
      if (contracted && lower.equals("s")) {
        continue;
      }
      boolean negation = contracted && lower.equals("t") && words.getLast().lower().endsWith("n");
      var span = new Span(matcher.start(), matcher.end());
      words.add(of(matcher.group(), negation ? NEGATION : lower, span, clause));
    }
    return List.copyOf(words);
  }

  private static boolean isDigit(String plain, int at) {
    return at >= 0 && at < plain.length() && Character.isDigit(plain.charAt(at));
  }

  private static Word of(String written, String lower, Span span, int clause) {
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    boolean acronym = written.chars().filter(Character::isUpperCase).count() > 1;
    return new Word(span, lower, LightStemmer.of(lower), capital, acronym, clause);
  }

  /// True for a form that can be the past of a verb: "signed", "took".
  public boolean isPast() {
    var base = WordLists.IRREGULAR_VERBS.get(lower);
    boolean irregular = base != null && !base.equals(lower);
    boolean regular = lower.endsWith("ed") && !WordLists.NO_PAST.contains(lower);
    return regular || (irregular && !NOUN_OR_PRESENT.matcher(lower).find());
  }

  /// True unless it is a stop word.
  public boolean isContentWord() {
    return acronym || !WordLists.STOP.contains(lower);
  }

  public boolean negates() {
    return WordLists.NEGATORS.contains(lower);
  }
}
