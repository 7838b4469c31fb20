package org.dossier.question;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.Span;

/// The words by which a question refers to the day of asking: "this week", "most recently", "now".
/// They say when and not what about: an article that happens to contain them is no better answer.
/// English only.
public final class TimeWords {
  private static final String COUNT = "(?:few |couple of |\\d{1,3} |[a-z]+ )?";

  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:latest|newest|most recent(?:ly)?|recent(?:ly)?|lately|current(?:ly)?|nowadays|now|today|tonight|yesterday|tomorrow"
              + "|so far|at the moment|these days|to date|up to now"
              + "|(?:this|last|past|previous|next|coming) "
              + COUNT
              + "(?:days?|weeks?|weekends?|months?|years?|seasons?|decades?))\\b",
          Pattern.CASE_INSENSITIVE);

  private TimeWords() {}

  /// Their places, in reading order.
  static List<Span> find(String question) {
    return WORDS
        .matcher(question)
        .results()
        .map((MatchResult match) -> new Span(match.start(), match.end()))
        .toList();
  }

  /// The question without them; unchanged if nothing else has content.
  public static String cut(String question) {
    var rest = WORDS.matcher(question).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return QuestionTerms.hasContent(rest) ? rest : question;
  }
}
