package org.dossier.verification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.verification.Verdict.Reason;

/// Rejects text that no statement may contain, regardless of its sources: markup, links, citation
/// markers, and characters that mislead a reader about the text.
final class UnsafeTextCheck {
  private static final Pattern TAG =
      Pattern.compile("<[/!?]?[\\p{L}][^<]{0,2000}|<!--|&#?[xX]?\\w{2,8};");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b[a-z][a-z0-9+.-]{1,20}://|\\b(?:javascript|data|vbscript|mailto|file|tel):\\S|\\bwww\\.\\w|(?<![\\w/])//\\w+\\.\\w");

  /// A host name without a scheme (`news.example`), or a mention that notifies people (`@channel`).
  /// A source may contain such words; a statement may contain only those of its sources.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._-])(?:(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,8}[\\p{Ll}]{2,24}(?![\\p{L}\\p{N}])|@[\\p{L}\\p{N}_]{2,})");

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "!?\\[[^\\]\\[]{0,500}]\\s?[(\\[]|`|\\*\\*|__|^\\s{0,3}(?:#{1,6}\\s|>\\s|[-*+]\\s)|\\[\\^?\\p{Nd}+]|\\|\\s*-{2,}");
  private static final Pattern DIRECTION_CONTROLS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|\\p{Co}|[\\x{e0000}-\\x{e007f}\\ufff9-\\ufffb]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private UnsafeTextCheck() {}

  static Optional<Violation> findViolation(String statement) {
    if (DIRECTION_CONTROLS.matcher(statement).find()) {
      return violation("it has characters that change the writing direction");
    }
    if (INVISIBLE.matcher(statement).find()) {
      return violation("it has invisible characters");
    }
    if (TAG.matcher(statement).find() || MARKDOWN.matcher(statement).find()) {
      return violation("it has markup");
    }
    if (LINK.matcher(statement).find()) {
      return violation("it has a link");
    }
    return WORD.matcher(statement)
        .results()
        .map(result -> result.group())
        .filter(UnsafeTextCheck::mixesAlphabets)
        .findFirst()
        .flatMap(word -> violation("“%s” mixes letters of two alphabets".formatted(word)));
  }

  /// An address that no source contains.
  static Optional<Violation> findUnknownAddress(String statement, List<Source> sources) {
    return ADDRESS
        .matcher(statement)
        .results()
        .map(found -> found.group())
        .filter(address -> sources.stream().noneMatch(source -> source.text().contains(address)))
        .findFirst()
        .flatMap(address -> violation("it has the address “%s”".formatted(address)));
  }

  /// True for Latin letters next to Cyrillic, Greek, Armenian or Cherokee ones in one word.
  private static boolean mixesAlphabets(String word) {
    boolean latin = has(word, Character.UnicodeScript.LATIN);
    return latin
        && (has(word, Character.UnicodeScript.CYRILLIC)
            || has(word, Character.UnicodeScript.GREEK)
            || has(word, Character.UnicodeScript.ARMENIAN)
            || has(word, Character.UnicodeScript.CHEROKEE));
  }

  private static boolean has(String word, Character.UnicodeScript script) {
    return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation(Reason.MARKUP, detail));
  }
}
