package org.dossier.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.DateFinder;
import org.dossier.text.DateMention;
import org.dossier.text.Span;

/// Digits as a text writes them, with the marks between them: "12", "3-2", "19:30", "1,585".
///
/// @param span where they stand
/// @param written all dashes alike
record Figure(Span span, String written) {
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}[\\p{Nd}.,:/–-]*+");
  private static final int YEAR = 4;

  static List<Figure> in(String plain) {
    var figures = new ArrayList<Figure>();
    var matcher = FIGURE.matcher(plain);
    while (matcher.find()) {
      int end = matcher.end();
      while (!Character.isDigit(plain.charAt(end - 1))) {
        end--;
      }
      var span = new Span(matcher.start(), end);
      figures.add(new Figure(span, span.of(plain).replace('–', '-')));
    }
    return figures;
  }

  /// The figures of all cited words, whole and in their parts; of dates only the years, those too
  /// that only follow ("last year").
  static Set<String> ofSources(Evidence evidence) {
    var known = new HashSet<String>();
    for (int i = 0; i < evidence.texts().size(); i++) {
      var plain = evidence.texts().get(i).plain();
      var dates = DateFinder.in(plain, evidence.sources().get(i).published());
      dates.forEach(date -> known.addAll(yearOf(date)));
      for (var figure : in(plain)) {
        boolean dated = dates.stream().anyMatch(date -> date.span().contains(figure.span()));
        if (!dated || figure.written().length() == YEAR) {
          known.add(figure.written());
          known.addAll(List.of(figure.written().split("\\P{Nd}+", -1)));
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
