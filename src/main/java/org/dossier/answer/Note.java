package org.dossier.answer;

import java.util.List;

/// A remark of the program on an answer, apart from its statements: no claim about the world, and
/// without citations.
///
/// @param type for programs, and for a translation
/// @param text one or two sentences for people
/// @param values the words and numbers in the text, in the order of the placeholders of
///   translations
public record Note(Type type, String text, List<String> values) {
  public Note {
    values = List.copyOf(values);
  }

  /// The types of notes.
  public enum Type {
    /// A word of the question was replaced by a similar one of the archive. Value: the new word.
    SPELLING,
    /// Names or dates of the question occur nowhere in the evidence. Values: these.
    NOT_MENTIONED,
    /// There are more items than are shown. Value: the number of those left out.
    MORE,
    /// The question asks for the latest, and the newest cited article is of a certain day. Value:
    /// the day.
    NEWEST,
    /// The rule by which articles are counted. Values: the counted phrases.
    COUNTED,
    /// Articles of about the same time give different answers. Values: the answer that is shown
    /// first, its source, another one, its source.
    DISAGREEMENT,
    /// Earlier or later articles give another answer. Values: as for a disagreement.
    CHANGE,
    /// Nothing falls into the period. Values: the period, and the nearest day.
    PERIOD,
    /// The question is in a language that can only be searched by key words. No values.
    LANGUAGE,
    /// One of several questions of a message has no answer. Values: the question.
    UNANSWERED,
    /// An LLM generated an answer, and the evidence supports none of it, so that it is not shown.
    /// No values.
    UNSUPPORTED
  }
}
