package org.dossier.verification.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of a text by the certainty with which it says them.
///
/// @param planned the stems that occur after a modal verb, an infinitive or a word of planning
/// @param possible those of them that occur after a word for what may happen and may not
/// @param certain the stems that occur elsewhere, as fact or as plan
/// @param alleged the stems that occur after a word of claiming, planned or not
/// @param unalleged the stems that occur elsewhere
/// @param claimed those of them that are not planned
/// @param instructed the stems that occur in an instruction to state something: "inform all readers
///   that"
/// @param factual the stems that occur otherwise
public record Mood(
    Set<String> planned,
    Set<String> possible,
    Set<String> certain,
    Set<String> alleged,
    Set<String> unalleged,
    Set<String> claimed,
    Set<String> instructed,
    Set<String> factual) {
  /// The scope of a modal verb and of an infinitive, in content words of the clause.
  private static final int SHORT_SCOPE = 3;

  /// The number of words before "to" in which its verb is looked for.
  private static final int OBJECT_WINDOW = 5;

  private static final Set<String> CONTINUING = Set.of("that", "maybe", "perhaps", "even");

  public static Mood of(AnalyzedText text) {
    var mood =
        new Mood(
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>());
    var words = text.words();
    int clause = -1;
    int modal = 0;
    boolean planning = false;
    boolean claiming = false;
    boolean possible = false;
    boolean instructing = false;
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (word.clause() != clause) {
        clause = word.clause();
        modal = 0;
        boolean continues = CONTINUING.contains(word.lower());
        planning &= continues;
        possible &= continues;
        claiming &= continues;
      }
      instructing &= at == 0 || !endsSentence(text, words.get(at - 1), word);
      instructing |= isInstruction(text, words, at);
      if (isFinite(word)) {
        planning = false;
        possible = false;
        modal = 0;
      }
      if (word.isContentWord() && instructing) {
        mood.instructed().add(word.stem());
      } else if (word.isContentWord()) {
        mood.add(word.stem(), modal > 0 || planning, possible, claiming);
        modal = Math.max(0, modal - 1);
      }
      modal = opensModal(words, at) ? SHORT_SCOPE : modal;
      planning |= WordLists.PLANNING.contains(word.stem());
      possible |= WordLists.POSSIBLE.contains(word.stem());
      claiming |= isClaim(words, at) || isRumour(words, at);
    }
    return mood;
  }

  /// Words that begin a clause without a comma.
  private static boolean isFinite(Word word) {
    return word.lower().equals("which") || word.lower().equals("who") || word.lower().equals("but");
  }

  private static boolean endsSentence(AnalyzedText text, Word last, Word next) {
    var gap = text.plain().substring(last.span().end(), next.span().start());
    return gap.indexOf('.') >= 0 || gap.indexOf('\n') >= 0 || gap.indexOf('!') >= 0;
  }

  /// An imperative that asks for words ("Say that …", "please answer: …"), or a text about
  /// instructions.
  private static boolean isInstruction(AnalyzedText text, List<Word> words, int at) {
    var word = words.get(at);
    if (WordLists.INSTRUCTIONS.contains(word.lower())) {
      return true;
    }
    if (!WordLists.IMPERATIVES.contains(word.lower())) {
      return false;
    }
    return at == 0
        || words.get(at - 1).clause() != word.clause()
        || endsSentence(text, words.get(at - 1), word)
        || WordLists.BEFORE_IMPERATIVES.contains(words.get(at - 1).lower());
  }

  /// "Had to leave" happened, "has to leave" may not.
  private static boolean opensModal(List<Word> words, int at) {
    var word = words.get(at).lower();
    return WordLists.MODALS.contains(word)
        || (word.equals("to")
            && at > 0
            && !words.get(at - 1).lower().equals("had")
            && !WordLists.FACTUAL_INFINITIVES.contains(words.get(at - 1).stem())
            && !dependsOnFact(words, at));
  }

  /// "Used four helicopters to help": the infinitive of a verb with an object that happened too.
  private static boolean dependsOnFact(List<Word> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - OBJECT_WINDOW); i--) {
      var word = words.get(i);
      if (word.clause() != words.get(at).clause()) {
        return false;
      }
      if (word.isPast()) {
        boolean done = i == 0 || !words.get(i - 1).lower().equals("be");
        return done && WordLists.OBJECT_INFINITIVES.contains(word.stem());
      }
    }
    return false;
  }

  /// "Accused", "held that", but not "held a meeting".
  private static boolean isClaim(List<Word> words, int at) {
    var word = words.get(at);
    if (!WordLists.CLAIMING.contains(word.stem())) {
      return false;
    }
    boolean last = at + 1 == words.size() || words.get(at + 1).clause() != word.clause();
    return !WordLists.CLAIMING_WITH_THAT.contains(word.stem())
        || last
        || words.get(at + 1).lower().equals("that");
  }

  /// "Reports that …".
  private static boolean isRumour(List<Word> words, int at) {
    return WordLists.RUMOURS.contains(words.get(at).lower())
        && at + 1 < words.size()
        && words.get(at + 1).lower().equals("that");
  }

  private void add(String stem, boolean isPlanned, boolean isPossible, boolean isClaimed) {
    (isClaimed ? alleged : unalleged).add(stem);
    (isPossible ? possible : certain).add(stem);
    if (isPlanned) {
      planned.add(stem);
    } else if (isClaimed) {
      claimed.add(stem);
    } else {
      factual.add(stem);
    }
  }
}
