package org.dossier.text.phrase;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.WordListFile;

/// The English verbs of `phrases.txt` and their forms.
final class Verbs {
  private static final WordListFile LISTS = WordListFile.read("phrases.txt");

  /// Base form, past, participle.
  private static final List<String[]> IRREGULAR =
      LISTS.lines("irregular verbs").stream().map(line -> line.split(" ")).toList();

  private static final Set<String> IRREGULAR_BASES =
      IRREGULAR.stream().map(forms -> forms[0]).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REGULAR =
      LISTS.words("verbs").stream()
          .filter(base -> !IRREGULAR_BASES.contains(base))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> FORMS =
      Stream.of(
              Stream.concat(REGULAR.stream(), IRREGULAR_BASES.stream()).flatMap(Verbs::present),
              REGULAR.stream().flatMap(Verbs::pastForms),
              IRREGULAR.stream().flatMap(Stream::of),
              LISTS.words("other forms").stream())
          .flatMap(forms -> forms)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> BASES =
      Stream.concat(REGULAR.stream(), IRREGULAR_BASES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern PREFIX = Pattern.compile("^(?:re|over|out|under|mis|dis|un|de)-?");

  private static final Map<String, String> BY_PAST = bases(1);
  private static final Map<String, String> BY_PARTICIPLE = bases(2);

  private Verbs() {}

  /// True if `word`, in lower case, is a form of one of these verbs.
  static boolean isForm(String word) {
    return FORMS.contains(word);
  }

  /// True if `word` is the base form of one of these verbs, also with a prefix: "reopen".
  static boolean isBase(String word) {
    return BASES.contains(word) || BASES.contains(PREFIX.matcher(word).replaceFirst(""));
  }

  /// "sign" for "signed".
  static Optional<String> ofPast(String word) {
    return Optional.ofNullable(BY_PAST.get(word));
  }

  /// True if `word` can follow "was".
  static boolean isParticiple(String word) {
    return BY_PARTICIPLE.containsKey(word);
  }

  private static Map<String, String> bases(int form) {
    var bases = new HashMap<String, String>();
    for (var base : REGULAR.stream().sorted().toList()) {
      pastForms(base).forEach(past -> bases.putIfAbsent(past, base));
    }
    IRREGULAR.forEach(forms -> bases.put(forms[form], forms[0]));
    return Collections.unmodifiableMap(bases);
  }

  private static Stream<String> present(String base) {
    return Stream.of(
        base, base + "s", iForY(base) + "es", eLeftOut(base) + "ing", doubled(base) + "ing");
  }

  private static Stream<String> pastForms(String base) {
    return Stream.of(eLeftOut(base) + "ed", iForY(base) + "ed", doubled(base) + "ed");
  }

  private static String eLeftOut(String base) {
    return base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
  }

  private static String iForY(String base) {
    return base.endsWith("y") ? base.substring(0, base.length() - 1) + "i" : base;
  }

  private static String doubled(String base) {
    return base + base.charAt(base.length() - 1);
  }
}
