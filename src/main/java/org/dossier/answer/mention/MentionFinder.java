package org.dossier.answer.mention;

import java.util.List;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.Retriever;
import org.dossier.text.MessageLanguage;

/// Finds out what of a question the evidence mentions.
public final class MentionFinder {
  private final Retriever retriever;

  public MentionFinder(Retriever retriever) {
    this.retriever = retriever;
  }

  /// The names and years of the question, and for a topic also its words that the archive does not
  /// have. Words of other languages are not compared with the articles.
  public Mentions find(Question question, QuestionAnalysis analysis, List<Evidence> evidence) {
    if (!MessageLanguage.isEnglish(question.text())) {
      return Mentions.ALL;
    }
    var required = retriever.requiredMentions(question.searching(question.searchText()));
    var mentions =
        Mentions.find(analysis.isAboutTopic() ? required.withoutYears() : required, evidence);
    return needsEachWord(analysis.kind())
        ? mentions.without(retriever.unknownWords(analysis.topic()))
        : mentions;
  }

  /// A topic is given in few words, each of which matters.
  private static boolean needsEachWord(QuestionKind kind) {
    return kind == QuestionKind.TOPIC || kind == QuestionKind.SAID;
  }
}
