package org.dossier.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.dossier.answer.Abstained.Reason;
import org.dossier.question.SpellingCorrection;

/// The words for what the archive does not mention or support, and for what was corrected.
final class Abstentions {
  /// The note that an answer of an LLM is not shown.
  static final Note UNSUPPORTED =
      new Note(
          Note.Type.UNSUPPORTED,
          "An LLM generated an answer, but the articles that were found support none of it. It is not"
              + " shown.",
          List.of());

  private Abstentions() {}

  /// @param reason for programs
  /// @param explanation one sentence for people
  record Cause(Reason reason, String explanation) {}

  /// The abstention because nothing mentions `missing`.
  static Cause notMentioned(List<String> missing) {
    return new Cause(Reason.NOT_MENTIONED, sentence(missing));
  }

  /// The note that nothing mentions `missing`.
  static Note note(List<String> missing) {
    return new Note(Note.Type.NOT_MENTIONED, sentence(missing), missing);
  }

  /// The note that words of the question were corrected.
  static Note note(SpellingCorrection correction) {
    var words =
        correction.replacements().stream().map(SpellingCorrection.Replacement::corrected).toList();
    return new Note(
        Note.Type.SPELLING, "Showing results for " + enumerate(words, "and") + ".", words);
  }

  private static String sentence(List<String> missing) {
    return "Nothing that was found in the archive mentions " + enumerate(missing, "or") + ".";
  }

  /// “A”, “B” and “C”.
  private static String enumerate(List<String> words, String conjunction) {
    var quoted = words.stream().map(word -> "“" + word + "”").collect(Collectors.toList());
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    var last = quoted.removeLast();
    return String.join(", ", quoted) + " " + conjunction + " " + last;
  }
}
