package org.dossier.answer.mention;

import java.util.List;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.ArchiveWords;
import org.dossier.retrieval.Evidence;
import org.dossier.text.MessageLanguage;

/// Finds out what of a question the evidence mentions.
public final class MentionFinder {
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

  private static boolean isPhraseOfNoSentence(QuestionAnalysis analysis, List<Evidence> evidence) {
    return analysis.kind() == QuestionKind.TOPIC
        && TopicPhrase.of(analysis.topic())
            .map(phrase -> evidence.stream().noneMatch(e -> hasTogether(phrase, e)))
            .orElse(false);
  }

  private static boolean hasTogether(TopicPhrase phrase, Evidence evidence) {
    return phrase.isIn(evidence.source().article().headline())
        || evidence.analyzedSentences().stream()
            .filter(sentence -> sentence.ownCoverage() > ALL_WORDS)
            .anyMatch(sentence -> phrase.isInSentence(evidence.text(sentence)));
  }

  /// A topic is given in few words, each of which matters.
  private static boolean needsEachWord(QuestionKind kind) {
    return kind == QuestionKind.TOPIC || kind == QuestionKind.SAID;
  }
}
