package org.dossier.evaluation.verification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;
import org.dossier.text.name.NameFinder;

/// A generator of statements that their sources do not say: joined from two articles, copied from
/// another article, or invented.
final class FabricatedStatements {
  private static final List<String> TEMPLATES =
      WordListFile.read(FabricatedStatements.class, "alterations.txt").lines("inventions");
  private static final List<String> DAYS = List.of("Monday", "Wednesday", "Thursday", "Saturday");
  private static final Pattern END = Pattern.compile("[.!?][\"”’]?$");

  private FabricatedStatements() {}

  /// This sentence joined with one of another article, as if the source said both.
  static Optional<String> join(CitedSentence sentence, SentencePool pool, Random random) {
    return pool.anyOfAnotherArticle(sentence, random)
        .map(other -> withoutEnd(sentence.text()) + ", and " + lowerFirst(other.text()));
  }

  /// The most similar sentence of another article.
  static Optional<String> similar(CitedSentence sentence, SentencePool pool, Random random) {
    return pool.similarOfAnotherArticle(sentence, random).map(CitedSentence::text);
  }

  /// A generic sentence of a news article, with a name of this one.
  static Optional<String> invent(CitedSentence sentence, Random random) {
    var names = SentencePool.names(sentence.text());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
    return Optional.of(
        template
            .replace("{name}", names.get(random.nextInt(names.size())))
            .replace("{day}", DAYS.get(random.nextInt(DAYS.size())))
            .replace("{number}", Integer.toString(11 + random.nextInt(80))));
  }

  static String withoutEnd(String text) {
    return END.matcher(text).replaceAll("");
  }

  /// The text with a lower-case first letter, unless the first word is a name.
  static String lowerFirst(String text) {
    boolean name =
        NameFinder.find(text).stream().anyMatch(span -> span.start() == 0)
            || text.startsWith("I ")
            || text.startsWith("I'")
            || text.startsWith("I’");
    return name ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
