package org.dossier.verification;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.WordLists;

/// Rejects a statement whose characters are not those of its sources: letters of another script,
/// letters that look like others, struck-through letters, letters apart, pictures in place of
/// letters. A reader would see another text than the rules. Unicode's own data decide which
/// characters these are.
final class DisguiseCheck {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{ASCII}\\u00a0-\\u00ff\\u2010-\\u2027\\u2030-\\u205e€™−]*");

  /// A letter and a digit in one word: "n0t", "C0VID". "21st", "5G", "10m" begin with digits.
  private static final Pattern DIGIT_IN_WORD =
      Pattern.compile("\\p{L}+\\p{N}+\\p{L}[\\p{L}\\p{N}]*");

  /// A consonant alone, which is no English word: the rest of a split word.
  private static final Pattern STRAY =
      Pattern.compile("(?<=[\\s\\p{Z}])[b-hj-np-z](?=[\\s\\p{Z}])");

  /// The canonical combining class of marks that strike a letter through.
  private static final int OVERLAY = 1;

  /// Without checks of a whole text: only the skeleton is used, by which confusable texts are
  /// equal.
  private static final SpoofChecker CONFUSABLES =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private DisguiseCheck() {}

  static Optional<Violation> findViolation(String statement, List<Source> sources) {
    var cited = new StringBuilder();
    sources.forEach(
        source -> cited.append(source.text()).append('\n').append(source.context()).append('\n'));
    var known = tokens(cited.toString());
    return findForeignCharacter(statement, cited.toString())
        .or(() -> findDisguisedWord(statement, known))
        .or(() -> findStrayLetter(statement, known));
  }

  private static Set<String> tokens(String text) {
    var tokens = new HashSet<String>();
    TOKEN.matcher(text).results().forEach(token -> tokens.add(lower(token.group())));
    return tokens;
  }

  /// A character outside of Latin-1 and common punctuation that the sources do not contain, unless
  /// it is an accented Latin letter.
  private static Optional<Violation> findForeignCharacter(String statement, String cited) {
    if (PLAIN.matcher(statement).matches()) {
      return Optional.empty();
    }
    return statement
        .codePoints()
        .filter(c -> !isPlain(c) && cited.indexOf(c) < 0 && !isUnseen(c))
        .mapToObj(c -> "“%s” (U+%04X) is in no source".formatted(Character.toString(c), c))
        .findFirst()
        .flatMap(DisguiseCheck::violation);
  }

  private static boolean isPlain(int c) {
    if (UCharacter.getCombiningClass(c) == OVERLAY) {
      return false;
    }
    if (PLAIN.matcher(Character.toString(c)).matches()
        || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    // "é", "ł" and "fi" as one character are the letters that a reader sees; "ə" and "ɴ" are not.
    var apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (Character.isLetterOrDigit(c) && isAsciiLetterOrDigit(apart.codePointAt(0)))
        || isExtendedLatin(c);
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /// The letters of European languages that have no decomposition: "ł", "đ", "ħ".
  private static boolean isExtendedLatin(int c) {
    return Character.UnicodeBlock.LATIN_EXTENDED_A.equals(Character.UnicodeBlock.of(c));
  }

  /// Characters without a shape, which [TextNormalizer] removes.
  private static boolean isUnseen(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  /// A word that the sources do not have, and that looks like a negation or has a digit within.
  private static Optional<Violation> findDisguisedWord(String statement, Set<String> known) {
    for (var found : TOKEN.matcher(statement).results().toList()) {
      var word = lower(found.group());
      if (known.contains(word)) {
        continue;
      }
      if (DIGIT_IN_WORD.matcher(word).matches()) {
        return violation("“%s” has a digit within a word".formatted(found.group()));
      }
      boolean ascii = word.chars().allMatch(c -> c < 128);
      if (!ascii || word.chars().anyMatch(Character::isDigit)) {
        var skeleton = CONFUSABLES.getSkeleton(word);
        boolean alike =
            WordLists.NEGATORS.stream()
                .anyMatch(negator ->
                    !negator.equals(word) && CONFUSABLES.getSkeleton(negator).equals(skeleton));
        if (alike) {
          return violation("“%s” only looks like a word".formatted(found.group()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Violation> findStrayLetter(String statement, Set<String> known) {
    return STRAY
        .matcher(statement)
        .results()
        .map(MatchResult::group)
        .filter(letter -> !known.contains(letter))
        .findFirst()
        .flatMap(letter -> violation("“%s” is no word".formatted(letter)));
  }

  private static String lower(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.MARKUP, detail));
  }
}
