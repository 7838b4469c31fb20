package org.dossier.answer.mention;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.ArchiveWords;
import org.dossier.retrieval.Evidence;
import org.dossier.text.FunctionWords;
import org.dossier.text.MessageLanguage;
import org.dossier.text.TextNeighborhood;

/// Finds out what of a question the evidence mentions.
public final class MentionFinder {
  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final int MAX_PHRASE = 3;
  private static final double ALL_WORDS = 0.99;

  private final ArchiveWords archiveWords;

  public MentionFinder(ArchiveWords archiveWords) {
    this.archiveWords = archiveWords;
  }

  /// The names and years of the question, and for a topic also its words that the archive does not
  /// have. Words of other languages are not compared with the articles.
  public Mentions find(Question question, QuestionAnalysis analysis, List<Evidence> evidence) {
    if (!MessageLanguage.isEnglish(question.text())) {
      return Mentions.ALL;
    }
    var required = archiveWords.requiredMentions(question.searching(question.searchText()));
    var mentions =
        Mentions.find(analysis.isAboutTopic() ? required.withoutYears() : required, evidence);
    if (!needsEachWord(analysis.kind())) {
      return mentions;
    }
    var unknown = archiveWords.unknownWords(analysis.topic());
    return unknown.isEmpty() && isPhraseOfNoSentence(analysis, evidence)
        ? mentions.without(List.of(analysis.topic()))
        : mentions.without(unknown);
  }

  /// True for a topic of few common words, "rooftop beekeeping", which no sentence has together:
  /// each word alone is about something else.
  private static boolean isPhraseOfNoSentence(QuestionAnalysis analysis, List<Evidence> evidence) {
    var words = WORDS.splitAsStream(analysis.topic().strip()).toList();
    boolean isPhrase =
        analysis.kind() == QuestionKind.TOPIC
            && words.size() > 1
            && words.size() <= MAX_PHRASE
            && words.stream()
                .noneMatch(
                    word -> TextNeighborhood.isCapital(word) || FunctionWords.isFunction(word));
    return isPhrase
        && evidence.stream()
            .flatMap(e -> e.analyzedSentences().stream())
            .noneMatch(sentence -> sentence.ownCoverage() > ALL_WORDS);
  }

  /// A topic is given in few words, each of which matters.
  private static boolean needsEachWord(QuestionKind kind) {
    return kind == QuestionKind.TOPIC || kind == QuestionKind.SAID;
  }
}
