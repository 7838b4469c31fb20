package org.dossier.answer.sentence;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.question.NameMatcher;
import org.dossier.text.FunctionWords;

/// What words are about whose speaker a question names: "the price of the bridge" in "What did Hill
/// say about the price of the bridge?" English only.
///
/// @param words its words without function words; empty if the question leaves it open
public record SubjectMatter(List<String> words) {
  private static final Pattern AFTER_SPEECH =
      Pattern.compile(
          "\\b(?:say|says|said|think|thinks|thought|tell|told|state|stated|comment|commented|claim|claimed|stress|stressed|feel|felt"
              + "|react|reacted|respond|responded|write|wrote|announce|announced|argue|argued|opinions?|views?|positions?|reactions?"
              + "|stance|statements?|remarks?|comments?|attitudes?|words|responses?|criticisms?)\\b.*?"
              + "\\b(?:about|on|regarding|concerning|of|towards?|to|over|at)\\s+(?<subject>\\S.*)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}.-]*");

  public SubjectMatter {
    words = List.copyOf(words);
  }

  public static SubjectMatter of(String question) {
    var matcher = AFTER_SPEECH.matcher(question);
    return new SubjectMatter(
        matcher.find()
            ? WORD.matcher(matcher.group("subject"))
                .results()
                .map(MatchResult::group)
                .filter(word -> !FunctionWords.isFunction(word))
                .toList()
            : List.of());
  }

  /// True if `sentence`, or the one before it, has a word of the subject matter; also if that is
  /// open.
  public boolean isIn(String sentence, String before) {
    var text = NameMatcher.of(List.of(before, sentence));
    return words.isEmpty() || words.stream().anyMatch(text::matches);
  }
}
