package org.dossier.question;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.MessageLanguage;

/// The plain wording of a hastily typed question: "whats happened" is "what's happened", "didnt" is
/// "didn't", and "what on earth happened" is "what happened". English only.
public final class PlainWording {
  /// Words that are others without the apostrophe are left as they are: "were", "well", "its".
  private static final Map<String, String> CONTRACTIONS =
      Stream.concat(
              Stream.of("what", "who", "where", "when", "why", "how", "that", "there", "here")
                  .map(word -> Map.entry(word + "s", word + "'s")),
              Stream.of(
                      "is", "are", "was", "were", "do", "does", "did", "has", "have", "had",
                      "could", "should", "would", "ca", "wo")
                  .map(word -> Map.entry(word + "nt", word + "n't")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  /// One of these words before another one: "the whys and hows" are nouns.
  private static final Pattern CONTRACTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}'’-])(?<!\\b(?:the|of) )(?:"
              + String.join("|", CONTRACTIONS.keySet())
              + ")(?=[ ,]+(?!of\\b)\\p{L})",
          Pattern.CASE_INSENSITIVE);

  /// Words that only make a question more urgent.
  private static final Pattern URGENT =
      Pattern.compile(
          "(?i:\\b(who|what|where|when|why|how)) (?:on earth|in the world|the (?:hell|heck|devil|fuck)|in (?:god|heaven)['’]?s name)\\b(?= )");

  private PlainWording() {}

  /// `question` in its plain wording; unchanged if it is not in English, where "dont" may be a
  /// word.
  public static String of(String question) {
    if (!MessageLanguage.isEnglish(question)) {
      return question;
    }
    var urgent = URGENT.matcher(question).replaceAll("$1");
    return CONTRACTED.matcher(urgent).replaceAll(PlainWording::contraction);
  }

  private static String contraction(MatchResult match) {
    var word = match.group();
    var written = CONTRACTIONS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    return word.charAt(0) + written.substring(1);
  }
}
