package org.dossier.verification;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Quantity;
import org.dossier.verification.analysis.TextNormalizer;

/// Compares the context words of numbers, which distinguish two numbers of one source. The context
/// of a number in the statement should not be the context of another number in the source.
final class NumberContext {
  /// The margin by which the context of another number must match better. It corresponds to one
  /// common word after the number or two before it; less may be a coincidence.
  private static final int MIN_MARGIN = 2;

  /// The weight of a common word after a number, relative to one before it.
  private static final int AFTER_WEIGHT = 2;

  /// The number of numbers of a statement with which another is compared, which bounds the work.
  private static final int MAX_NUMBERS = 6;

  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "");

  /// The number of characters before a number in which the part of a total is looked for.
  private static final int WINDOW = 40;

  private static final Pattern PART_OF =
      Pattern.compile("\\p{N} of (?:the |all |some |about |around |roughly |more than )*$");

  private NumberContext() {}

  /// True if another number of the sources has the context that `quantity` has in the statement,
  /// and the same number has a clearly different context there.
  static boolean fitsAnotherNumber(
      AnalyzedText statement, Quantity quantity, AnalyzedSources analyzedSources) {
    if (isTotal(statement, quantity)) {
      return false;
    }
    int same = 0;
    int another = 0;
    for (var text : analyzedSources.texts()) {
      for (var other : text.quantities()) {
        int fit = score(quantity, other);
        if (other.value().compareTo(quantity.value()) == 0) {
          same = Math.max(same, fit);
        } else if (other.kind() == quantity.kind() && other.unit().equals(quantity.unit())) {
          another = Math.max(another, fit);
        }
      }
    }
    return another >= same + MIN_MARGIN
        || isReversed(statement, quantity, analyzedSources)
        || isExchanged(statement, quantity, analyzedSources)
        || isOfAnother(quantity, analyzedSources);
  }

  /// The 5,000 of "1,200 of about 5,000 hospitals": the words after it are about the 1,200.
  private static boolean isTotal(AnalyzedText statement, Quantity quantity) {
    int start = quantity.span().start();
    return PART_OF.matcher(statement.plain().substring(Math.max(0, start - WINDOW), start)).find();
  }

  /// The number of shared context words. Shared words after a number count twice, because they
  /// mostly name the things counted.
  private static int score(Quantity quantity, Quantity other) {
    return common(quantity.before(), other.before())
        + AFTER_WEIGHT * common(quantity.after(), other.after());
  }

  private static int common(Set<String> words, Set<String> others) {
    var common = new HashSet<>(words);
    common.retainAll(others);
    return common.size();
  }

  /// "Lune offers 8 percent, and Ousel asks for 4", if in the sources Ousel asks for 8 and Lune
  /// offers 4: the words before each of two numbers are those before the other.
  private static boolean isExchanged(
      AnalyzedText statement, Quantity quantity, AnalyzedSources analyzedSources) {
    return statement.quantities().stream()
        .limit(MAX_NUMBERS)
        .filter(next -> !isSame(next, quantity) && next.kind() == quantity.kind())
        .filter(next -> next.unit().equals(quantity.unit()))
        .filter(next -> (next.measure() == null) == (quantity.measure() == null))
        .anyMatch(next ->
            isNearer(quantity, next, analyzedSources) && isNearer(next, quantity, analyzedSources));
  }

  /// True if the words before `quantity` are rather those before `next` in the sources.
  private static boolean isNearer(
      Quantity quantity, Quantity next, AnalyzedSources analyzedSources) {
    return mostBefore(quantity, next, analyzedSources)
        > mostBefore(quantity, quantity, analyzedSources);
  }

  private static int mostBefore(Quantity own, Quantity value, AnalyzedSources analyzedSources) {
    return analyzedSources.quantities().stream()
        .filter(other -> isSame(other, value) && other.kind() == value.kind())
        .mapToInt(other -> common(own.before(), other.before()))
        .max()
        .orElse(0);
  }

  /// "The rate of Lune is 2.6 %", if in the sources it is 2.6 % elsewhere and Lune has "a 23.3 %
  /// rate".
  private static boolean isOfAnother(Quantity quantity, AnalyzedSources analyzedSources) {
    if (!quantity.after().isEmpty()) {
      return false;
    }
    int same = 0;
    int another = 0;
    for (var other : analyzedSources.quantities()) {
      int fit =
          common(quantity.before(), other.after()) + common(quantity.before(), other.before());
      if (isSame(other, quantity)) {
        same = Math.max(same, fit);
      } else if (other.kind() == quantity.kind() && other.unit().equals(quantity.unit())) {
        another = Math.max(another, fit);
      }
    }
    return another >= same + MIN_MARGIN;
  }

  /// "From 33 to 26", if the sources say "from 26 to 33".
  private static boolean isReversed(
      AnalyzedText statement, Quantity quantity, AnalyzedSources analyzedSources) {
    int at = statement.quantities().indexOf(quantity);
    if (at + 1 >= statement.quantities().size()) {
      return false;
    }
    var next = statement.quantities().get(at + 1);
    var between = between(statement, quantity, next);
    if (CONJUNCTIONS.contains(between) || quantity.value().compareTo(next.value()) == 0) {
      return false;
    }
    boolean turned = false;
    for (var text : analyzedSources.texts()) {
      for (int i = 0; i + 1 < text.quantities().size(); i++) {
        var one = text.quantities().get(i);
        var other = text.quantities().get(i + 1);
        if (between(text, one, other).equals(between)) {
          boolean asHere = isSame(one, quantity) && isSame(other, next);
          turned |= isSame(one, next) && isSame(other, quantity);
          if (asHere) {
            return false;
          }
        }
      }
    }
    return turned;
  }

  private static boolean isSame(Quantity one, Quantity other) {
    return one.value().compareTo(other.value()) == 0;
  }

  private static String between(AnalyzedText text, Quantity one, Quantity other) {
    return TextNormalizer.folded(text.plain().substring(one.span().end(), other.span().start()));
  }
}
