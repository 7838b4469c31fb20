package org.dossier.verification.analysis;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Detects a total in a statement to which the sources ascribe something of a part only: "six
/// turbines started", if "two of the six turbines started".
public final class PartOfTotal {
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?i)(?:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few"
              + "|half|a third|a quarter|part)|\\p{N}) of (?:the|its|their|his|her|these|those|about|around"
              + "|\\p{Lu}[\\p{L}]*'s?)? ?$");
  private static final String OF = " of ";

  /// The number of characters before a number in which it is recognized as a total.
  private static final int WINDOW = 40;

  private PartOfTotal() {}

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
