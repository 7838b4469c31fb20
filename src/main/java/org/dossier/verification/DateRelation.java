package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.date.DateMention;

/// The relation of an event to a date.
enum DateRelation {
  /// "On Friday", "in 2014", and everything else.
  AT,
  BEFORE,
  UNTIL,
  BY,
  SINCE,
  AFTER,
  /// "Three times as many as in 1990": nothing is said of that date but a comparison.
  COMPARED;

  private static final Map<String, DateRelation> BY_WORD =
      Map.ofEntries(
          Map.entry("before", BEFORE),
          Map.entry("to", UNTIL),
          Map.entry("until", UNTIL),
          Map.entry("till", UNTIL),
          Map.entry("through", UNTIL),
          Map.entry("by", BY),
          Map.entry("since", SINCE),
          Map.entry("from", SINCE),
          Map.entry("after", AFTER),
          Map.entry("following", AFTER));

  /// The last words before a date: "since late", "prior to".
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(\\p{L}+) )?(\\p{L}+) (?:the |early |late |mid[ -]?|about |around |at least )*$");

  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?:(?:\\bas|\\bthan) (?:in |on |at |it was in |they were in )?|\\bcompared (?:with|to) (?:\\p{L}+ ){0,6})$");

  /// A period with both ends: "from 1921 to 1934" is "between 1921 and 1934".
  private static final Pattern SPAN = Pattern.compile(" (?:to|and|until|till) |–");

  /// The words between two dates of one list: "in December, January and February".
  private static final Pattern LIST = Pattern.compile(",? (?:and |or )?|, ");

  /// The relations of the `dates` of a text, given in order. A date of a list has the relation of
  /// the first.
  static List<DateRelation> of(String plain, List<DateMention> dates) {
    var relations = new ArrayList<DateRelation>();
    for (int i = 0; i < dates.size(); i++) {
      var span = dates.get(i).span();
      boolean listed =
          i > 0
              && dates.get(i - 1).span().end() < span.start()
              && LIST.matcher(plain.substring(dates.get(i - 1).span().end(), span.start()))
                  .matches();
      relations.add(listed ? relations.getLast() : of(plain, span));
    }
    return relations;
  }

  /// The relation that the words before `date` express.
  static DateRelation of(String plain, Span date) {
    if (SPAN.matcher(date.of(plain)).find()) {
      return AT;
    }
    var words = plain.substring(0, date.start()).toLowerCase(Locale.ROOT);
    if (COMPARISON.matcher(words).find()) {
      return COMPARED;
    }
    var matcher = WORDS.matcher(words);
    if (!matcher.find()) {
      return AT;
    }
    var word = matcher.group(2);
    var before = matcher.group(1) == null ? "" : matcher.group(1);
    if (before.equals("prior") && word.equals("to")) {
      return BEFORE;
    }
    // "It dates from 2001", "from 2001" as the beginning of a period.
    return before.startsWith("dat") ? AT : BY_WORD.getOrDefault(word, AT);
  }
}
