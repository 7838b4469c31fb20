package org.dossier.text.name;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;

/// The singular and the plural of English nouns: by the table `nouns.txt`, or else by the endings.
public final class NounForms {
  private static final WordListFile FILE = WordListFile.read("nouns.txt");
  private static final Map<String, String> IRREGULAR = irregular();
  private static final Set<String> SAME = FILE.words("same");

  private static final Pattern LAST_WORD =
      Pattern.compile("(?<start>.*?)(?<![\\p{L}\\p{M}])(?<word>\\p{Ll}{3,})", Pattern.DOTALL);
  private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
  private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)");
  private static final Pattern HISSING_PLURAL = Pattern.compile(".*(?:ss|x|zz|ch|sh)es");

  private NounForms() {}

  /// `phrase` with the other number of its last word, in the ways in which it may be spelled, of
  /// which some are not words: "bridges" for "bridge". Empty for a name, which has none.
  public static List<String> others(String phrase) {
    var matcher = LAST_WORD.matcher(phrase);
    if (!matcher.matches()) {
      return List.of();
    }
    return otherWords(matcher.group("word").toLowerCase(Locale.ROOT)).stream()
        .map(word -> matcher.group("start") + word)
        .toList();
  }

  private static List<String> otherWords(String word) {
    if (SAME.contains(word)) {
      return List.of();
    }
    var irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return List.of(irregular);
    }
    return isPlural(word) ? singulars(word) : List.of(plural(word));
  }

  private static boolean isPlural(String word) {
    return word.endsWith("s") && !word.matches(".*(?:ss|us|is)");
  }

  private static String plural(String word) {
    if (CONSONANT_Y.matcher(word).matches()) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word + (HISSING.matcher(word).matches() ? "es" : "s");
  }

  private static List<String> singulars(String word) {
    var singulars = new LinkedHashSet<String>();
    if (word.endsWith("ies") && word.length() > 4) {
      singulars.add(word.substring(0, word.length() - 3) + "y");
    }
    if (HISSING_PLURAL.matcher(word).matches() || word.endsWith("oes")) {
      singulars.add(word.substring(0, word.length() - 2));
    }
    singulars.add(word.substring(0, word.length() - 1));
    return List.copyOf(singulars);
  }

  private static Map<String, String> irregular() {
    var forms = new HashMap<String, String>();
    for (var line : FILE.lines("irregular")) {
      var words = line.split(" ", 2);
      forms.put(words[0], words[1]);
      forms.put(words[1], words[0]);
    }
    return Map.copyOf(forms);
  }
}
