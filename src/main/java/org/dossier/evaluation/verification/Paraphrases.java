package org.dossier.evaluation.verification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.WordListFile;

/// A generator of true paraphrases: other verbs, another order, a clause left out, two sentences
/// joined.
final class Paraphrases {
  private static final List<String> SYNONYMS =
      WordListFile.read(Paraphrases.class, "alterations.txt").lines("synonyms");
  private static final List<String> VERBS = List.of("stated", "noted", "explained", "declared");
  private static final Pattern SAID =
      Pattern.compile(
          "(?<=\\p{L}[,”\"]? )(said|added|says|noted|explained|stressed)(?= that|\\.| \\p{Ll})");
  private static final String NAME =
      "((?:the )?\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3})";
  private static final Pattern SAID_THAT =
      Pattern.compile("^" + NAME + " said (?:that )?(\\p{L}[^“”\"]+)$");
  private static final Pattern SAID_BEHIND =
      Pattern.compile("^([^“”\"]{20,}), " + NAME + " (?:said|explained|noted|added)\\.$");
  private static final Pattern ASIDE =
      Pattern.compile(
          ", (?:who|which|where|according to|including|as) [^,“”\"]{5,}(?:, (?=\\p{Ll}+(?:ed|s|d)\\b)|(?=\\.$))");
  private static final Pattern BRACKETS = Pattern.compile(" \\([^()“”\"]+\\)");
  private static final Pattern LEADING =
      Pattern.compile(
          "^(When|After|Before|Because|Although|While|If|As|In|On|At|During|Despite) ([^,“”\"]{6,60}), ([^“”\"]{20,})\\.$");
  private static final Pattern PASSIVE =
      Pattern.compile(
          "^([^,“”\"]{3,60}) (?:was|were) (\\p{Ll}{3,}ed) by ((?:the |a )?"
              + NAME.replace("(?:the )?", "")
              + ")([ ,.].*)$");
  private static final Pattern PRONOUN =
      Pattern.compile("^(?:He|She|It|They|This|That|These|Those|His|Her|Their|Its)\\b.*");

  private Paraphrases() {}

  static Optional<String> report(CitedSentence sentence, Random random) {
    var said = SAID.matcher(sentence.text());
    if (!said.find() || sentence.isQuoted(new Span(said.start(), said.end()))) {
      return Optional.empty();
    }
    return Optional.of(said.replaceFirst(VERBS.get(random.nextInt(VERBS.size()))));
  }

  static Optional<String> accordingTo(CitedSentence sentence) {
    var first = SAID_THAT.matcher(sentence.text());
    if (first.matches()) {
      return Optional.of("According to " + first.group(1) + ", " + first.group(2));
    }
    var last = SAID_BEHIND.matcher(sentence.text());
    return last.matches()
        ? Optional.of(
            "According to "
                + last.group(2)
                + ", "
                + FabricatedStatements.lowerFirst(last.group(1))
                + ".")
        : Optional.empty();
  }

  /// Replaces every word that is in the list of synonyms by its synonym.
  static Optional<String> synonyms(CitedSentence sentence) {
    var text = sentence.text();
    for (var pair : SYNONYMS) {
      var sides = pair.split(" : ", -1);
      text = text.replaceAll("(?<![-\\p{L}“\"])" + sides[0] + "(?![-\\p{L}])", sides[1]);
    }
    boolean quotes = text.indexOf('"') >= 0 || text.indexOf('“') >= 0;
    return quotes || text.equals(sentence.text()) ? Optional.empty() : Optional.of(text);
  }

  static Optional<String> dropClause(CitedSentence sentence) {
    for (var droppable : List.of(ASIDE, BRACKETS)) {
      var found = droppable.matcher(sentence.text());
      if (found.find() && !sentence.isQuoted(new Span(found.start(), found.end()))) {
        var shorter = found.replaceFirst(found.group().endsWith(", ") ? " " : "");
        return Optional.of(shorter);
      }
    }
    return Optional.empty();
  }

  /// Moves the first clause: "After the talks, he left" becomes "He left after the talks".
  static Optional<String> reorder(CitedSentence sentence) {
    var leading = LEADING.matcher(sentence.text());
    if (!leading.matches()) {
      return Optional.empty();
    }
    var main = leading.group(3);
    return Optional.of(
        main.substring(0, 1).toUpperCase(Locale.ROOT)
            + main.substring(1)
            + ", "
            + leading.group(1).toLowerCase(Locale.ROOT)
            + " "
            + leading.group(2)
            + ".");
  }

  static Optional<String> active(CitedSentence sentence) {
    var passive = PASSIVE.matcher(sentence.text());
    if (!passive.matches()) {
      return Optional.empty();
    }
    var doer = passive.group(3);
    return Optional.of(
        doer.substring(0, 1).toUpperCase(Locale.ROOT)
            + doer.substring(1)
            + " "
            + passive.group(2)
            + " "
            + FabricatedStatements.lowerFirst(passive.group(1))
            + passive.group(passive.groupCount()));
  }

  static Optional<String> joinTwo(CitedSentence sentence) {
    var next = sentence.after();
    boolean plain =
        !next.isBlank()
            && next.length() < 250
            && next.endsWith(".")
            && sentence.text().endsWith(".")
            && !PRONOUN.matcher(next).matches()
            && sentence.text().indexOf('“') < 0
            && sentence.text().indexOf('"') < 0
            && next.indexOf('"') < 0
            && next.indexOf('“') < 0;
    return plain
        ? Optional.of(
            FabricatedStatements.withoutEnd(sentence.text())
                + ", and "
                + FabricatedStatements.lowerFirst(next))
        : Optional.empty();
  }
}
