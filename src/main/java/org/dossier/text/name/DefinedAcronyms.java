package org.dossier.text.name;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.LetterFolding;
import org.jspecify.annotations.Nullable;

/// The acronyms that some texts define: "International Atomic Energy Agency (IAEA)", "IAEA
/// (International Atomic Energy Agency)". The long form is found by the algorithm of Schwartz and
/// Hearst ("A simple algorithm for identifying abbreviation definitions in biomedical text", 2003):
/// from right to left, each letter of the acronym must occur in it, the first one at the start of a
/// word.
public final class DefinedAcronyms {
  /// No acronyms.
  public static final DefinedAcronyms NONE = new DefinedAcronyms();

  private static final Pattern BRACKETS = Pattern.compile("\\(([^()\\r\\n]{2,80})\\)");
  private static final Pattern ACRONYM =
      Pattern.compile("\\p{Lu}[\\p{Lu}\\p{N}&.]{0,8}\\p{Lu}?+\\.?+s?+");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}&.]{2,12}) $");
  private static final int MAX_LONG_FORM = 150;

  private final Map<String, Set<String>> longForms = new HashMap<>();
  private final Map<String, Set<String>> acronyms = new HashMap<>();

  private DefinedAcronyms() {}

  public static DefinedAcronyms in(Collection<String> texts) {
    var defined = new DefinedAcronyms();
    texts.forEach(defined::addFrom);
    return defined;
  }

  /// The long forms of `acronym`, in lower case; possibly empty.
  public Set<String> longForms(String acronym) {
    return longForms.getOrDefault(acronymKey(acronym), Set.of());
  }

  /// The acronyms of `longForm`, in capitals; possibly empty.
  public Set<String> acronyms(String longForm) {
    return acronyms.getOrDefault(longKey(longForm), Set.of());
  }

  private void addFrom(String written) {
    var text = LetterFolding.fold(written);
    var matcher = BRACKETS.matcher(text);
    while (matcher.find()) {
      var inside = matcher.group(1).strip();
      var before = text.substring(Math.max(0, matcher.start() - MAX_LONG_FORM), matcher.start());
      if (isAcronym(inside)) {
        add(inside, longForm(inside, lastSentence(before)));
      } else {
        var word = LAST_WORD.matcher(before);
        if (word.find() && isAcronym(word.group(1))) {
          var found = longForm(word.group(1), inside);
          add(word.group(1), inside.equals(found) ? found : null);
        }
      }
    }
  }

  private void add(String acronym, @Nullable String longForm) {
    if (longForm != null && !longKey(longForm).isEmpty()) {
      longForms
          .computeIfAbsent(acronymKey(acronym), _ -> new LinkedHashSet<>())
          .add(longKey(longForm));
      acronyms
          .computeIfAbsent(longKey(longForm), _ -> new LinkedHashSet<>())
          .add(acronymKey(acronym));
    }
  }

  private static boolean isAcronym(String word) {
    return ACRONYM.matcher(word).matches()
        && word.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static String lastSentence(String before) {
    int from = 0;
    for (var end : List.of(". ", "? ", "! ", "; ", ": ", "\n", "(", ")")) {
      int at = before.lastIndexOf(end);
      from = at < 0 ? from : Math.max(from, at + end.length());
    }
    return before.substring(from).strip();
  }

  /// The shortest end of `before` that `acronym` abbreviates; `null` if no end of at most five
  /// words more than the acronym has letters fits.
  private static @Nullable String longForm(String acronym, String before) {
    var letters = acronymKey(acronym).toLowerCase(Locale.ROOT);
    var text = before.toLowerCase(Locale.ROOT);
    int at = text.length() - 1;
    for (int letter = letters.length() - 1; letter >= 0; letter--) {
      while (at >= 0
          && (text.charAt(at) != letters.charAt(letter)
              || (letter == 0 && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))))) {
        at--;
      }
      if (at < 0) {
        return null;
      }
      at--;
    }
    if (text.length() != before.length()) {
      return null;
    }
    var longForm = before.substring(at + 1);
    long words = longForm.chars().filter(c -> c == ' ').count() + 1;
    boolean plausible =
        words > 1
            && words <= Math.min(letters.length() + 5L, letters.length() * 2L)
            && Character.isUpperCase(longForm.codePointAt(0));
    return plausible ? longForm : null;
  }

  private static String acronymKey(String acronym) {
    var bare = acronym.endsWith("s") ? acronym.substring(0, acronym.length() - 1) : acronym;
    return bare.replace(".", "").replace("&", "").toUpperCase(Locale.ROOT);
  }

  private static String longKey(String longForm) {
    return new Alias(longForm, FoldedWord.of(longForm)).folded();
  }
}
