package org.dossier.verification.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dossier.text.sentence.SentenceSplitter;

/// The words of a text by the voice that says them: the text itself, or a speaker whom it quotes.
///
/// @param reported the stems of the content words that a speaker says
/// @param stated the stems of the others
/// @param speakers the words of the clauses that name a speaker, in lower case
public record ReportedSpeech(Set<String> reported, Set<String> stated, Set<String> speakers) {
  /// The maximum length of a clause that only names the speaker: ", the foreign minister of Lune
  /// said,".
  private static final int MAX_FRAME = 8;

  private static final String ACCORDING = "according";
  private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "his", "her", "its");

  public static ReportedSpeech of(AnalyzedText text) {
    var speech = new ReportedSpeech(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (var sentence : SentenceSplitter.split(text.plain())) {
      speech.add(text.words().stream().filter(word -> sentence.contains(word.span())).toList());
    }
    return speech;
  }

  private void add(List<Word> words) {
    int verb = frameVerb(words);
    if (verb < 0) {
      words.stream().filter(Word::isContentWord).map(Word::stem).forEach(stated::add);
      return;
    }
    int clause = words.get(verb).clause();
    var frame = words.stream().filter(word -> word.clause() == clause).toList();
    boolean onlyFrame =
        frame.size() <= MAX_FRAME && frame.size() < words.size() && !opens(words, verb);
    boolean event = onlyFrame && isNeutral(frame) && reportsEvent(words, clause);
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      boolean inFrame = onlyFrame ? word.clause() == clause : at <= verb;
      if (inFrame) {
        speakers.add(word.lower());
      }
      if (word.isContentWord()) {
        (inFrame || event ? stated : reported).add(word.stem());
      }
    }
  }

  /// ", police said": the speaker has no name and no interest.
  private static boolean isNeutral(List<Word> frame) {
    return frame.stream().noneMatch(Word::capital)
        && frame.stream().anyMatch(word -> WordLists.NEUTRAL_SPEAKERS.contains(word.lower()));
  }

  /// Something that happened, and no opinion: a verb in the past, and none that leaves it open.
  private static boolean reportsEvent(List<Word> words, int frame) {
    var others = words.stream().filter(word -> word.clause() != frame).toList();
    return others.stream().anyMatch(Word::isPast)
        && others.stream()
            .noneMatch(word ->
                WordLists.MODALS.contains(word.lower())
                    || WordLists.CLAIMING.contains(word.stem())
                    || WordLists.PLANNING.contains(word.stem()));
  }

  /// The place of the verb, or of "according", that names a speaker; -1 if no word does.
  private static int frameVerb(List<Word> words) {
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at).lower();
      boolean noun = at > 0 && DETERMINERS.contains(words.get(at - 1).lower());
      if (word.equals(ACCORDING) || (WordLists.SAYING.contains(word) && !noun)) {
        return at;
      }
    }
    return -1;
  }

  /// "The mayor said that …": the clause of the verb contains what is said.
  private static boolean opens(List<Word> words, int verb) {
    return verb + 1 < words.size()
        && words.get(verb + 1).clause() == words.get(verb).clause()
        && words.get(verb + 1).lower().equals("that");
  }
}
