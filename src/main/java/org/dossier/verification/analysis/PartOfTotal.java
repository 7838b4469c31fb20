package org.dossier.verification.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.verification.analysis.Quantity.Kind;

/// Detects a total in a statement to which the sources ascribe something of a part only: "six
/// turbines started", if "two of the six turbines started".
public final class PartOfTotal {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?i)(?:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few"
              + "|half|a third|a quarter|part)|\\p{N}) of (?:the|its|their|his|her|these|those|about|around"
              + "|\\p{Lu}[\\p{L}]*'s?)? ?$");
  private static final String OF = " of ";
  private static final Pattern BETWEEN =
      Pattern.compile(" of (?:the |its |their |his |her |our |all |\\p{Lu}[\\p{L}]*'s? )?");
  private static final Pattern TOTAL_FOLLOWS = Pattern.compile("(?i)\\bof (?:\\S+ )?$");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// The decimals of a share in words, such as "a third".
  private static final int DECIMALS = 2;

  /// The number of characters before a number in which it is recognized as a total.
  private static final int WINDOW = 40;

  private PartOfTotal() {}

  /// True if `share` is that of a part of a total of the text: a quarter, for "two of its eight
  /// pillars".
  public static boolean isShare(Quantity share, AnalyzedText text) {
    var quantities = text.quantities();
    for (int i = 0; i + 1 < quantities.size(); i++) {
      var part = quantities.get(i);
      var total = quantities.get(i + 1);
      var between = text.plain().substring(part.span().end(), total.span().start());
      if (BETWEEN.matcher(between).matches()
          && part.kind() == Kind.CARDINAL
          && total.value().signum() > 0
          && part.unit().equals(total.unit())
          && part.value()
                  .multiply(HUNDRED)
                  .divide(total.value(), DECIMALS, RoundingMode.HALF_UP)
                  .compareTo(share.value())
              == 0) {
        return true;
      }
    }
    return false;
  }

  /// True if `text` has the same number, neither as a part of a total nor as the total of a part.
  public static boolean isWhole(Quantity number, AnalyzedText text) {
    return text.quantities().stream()
        .filter(other -> isSame(number, other))
        .anyMatch(other ->
            !text.plain().startsWith(OF, other.span().end())
                && !TOTAL_FOLLOWS.matcher(before(text, other)).find());
  }

  /// True if the sources say of a part of `quantity` only what the statement says of all.
  public static boolean isTakenForPart(
      AnalyzedText statement, Quantity quantity, List<AnalyzedText> texts) {
    if (before(statement, quantity).contains(OF)) {
      return false;
    }
    boolean partOnly = texts.stream().allMatch(text -> allTotals(text, quantity));
    if (!partOnly) {
      return false;
    }
    var verbs = verbsAfter(statement, quantity);
    return texts.stream()
        .anyMatch(text ->
            text.quantities().stream()
                .filter(other -> isSame(quantity, other))
                .limit(1)
                .anyMatch(other -> verbsAfter(text, other).stream().anyMatch(verbs::contains)));
  }

  private static boolean allTotals(AnalyzedText text, Quantity quantity) {
    return text.quantities().stream()
        .filter(other -> isSame(quantity, other))
        .allMatch(other -> TOTAL.matcher(before(text, other)).find());
  }

  private static boolean isSame(Quantity quantity, Quantity other) {
    return other.value().compareTo(quantity.value()) == 0;
  }

  private static String before(AnalyzedText text, Quantity quantity) {
    int start = quantity.span().start();
    return text.plain().substring(Math.max(0, start - WINDOW), start);
  }

  private static Set<String> verbsAfter(AnalyzedText text, Quantity quantity) {
    return text.words().stream()
        .filter(word -> word.span().start() > quantity.span().end() && word.isPast())
        .map(Word::stem)
        .collect(Collectors.toSet());
  }
}
