package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;

/// A token of digits with the marks between them, as a text writes it: "12", "3-2", "19:30",
/// "1,585".
///
/// @param span its place in the text
/// @param written its text, with every dash replaced by a hyphen
record DigitToken(Span span, String written) {
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}[\\p{Nd}.,:/–-]*+");
  private static final int YEAR_DIGITS = 4;

  static List<DigitToken> findAll(String plain) {
    var digitTokens = new ArrayList<DigitToken>();
    var matcher = FIGURE.matcher(plain);
    while (matcher.find()) {
      int end = matcher.end();
      while (!Character.isDigit(plain.charAt(end - 1))) {
        end--;
      }
      var span = new Span(matcher.start(), end);
      digitTokens.add(new DigitToken(span, span.of(plain).replace('–', '-')));
    }
    return digitTokens;
  }

  /// The digit tokens of all cited words, whole and in their parts. Of dates only the years are
  /// included, also years that only follow from the date ("last year").
  static Set<String> ofSources(AnalyzedSources analyzedSources) {
    var known = new HashSet<String>();
    for (int i = 0; i < analyzedSources.texts().size(); i++) {
      var plain = analyzedSources.texts().get(i).plain();
      var dates = DateFinder.find(plain, analyzedSources.sources().get(i).published());
      dates.forEach(date -> known.addAll(yearOf(date)));
      for (var digitToken : findAll(plain)) {
        boolean dated = dates.stream().anyMatch(date -> date.span().contains(digitToken.span()));
        if (!dated || digitToken.written().length() == YEAR_DIGITS) {
          known.add(digitToken.written());
          known.addAll(List.of(digitToken.written().split("\\P{Nd}+", -1)));
        }
      }
    }
    return known;
  }

  private static List<String> yearOf(DateMention date) {
    var range = date.range();
    return range == null || range.from().getYear() != range.to().getYear()
        ? List.of()
        : List.of(Integer.toString(range.from().getYear()));
  }
}
