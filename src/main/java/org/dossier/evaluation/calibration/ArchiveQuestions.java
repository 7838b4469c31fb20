package org.dossier.evaluation.calibration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.suggestion.CandidateQuestion;
import org.jspecify.annotations.Nullable;

/// Questions generated from articles spread over an archive. The same archive gives the same
/// questions.
final class ArchiveQuestions {
  private static final int SEED = 1;
  private static final int PAGE = 500;

  /// The number of sentences of each article to generate questions from: all of most articles.
  private static final int MAX_SENTENCES = 200;

  private final Archive archive;
  private final Random random = new Random(SEED);

  ArchiveQuestions(Archive archive) {
    this.archive = archive;
  }

  /// A question with the words of the sentence that answers it.
  record Source(CandidateQuestion candidate, String sentence) {}

  /// At most `limit` questions, from as many articles as possible. Possibly empty: the generator
  /// supports only English.
  List<Source> sample(int limit) {
    var byArticle = new ArrayList<List<Source>>();
    for (var id : shuffledIds()) {
      var questions = archive.find(id).map(this::questions).orElse(List.of());
      if (!questions.isEmpty()) {
        byArticle.add(questions);
      }
      if (byArticle.size() == limit) {
        break;
      }
    }
    return distinct(byArticle, limit);
  }

  private List<String> shuffledIds() {
    var ids = new ArrayList<String>();
    @Nullable String last = null;
    List<ArticleVersion> page;
    do {
      page = archive.list(last, PAGE);
      page.forEach(source -> ids.add(source.article().id()));
      last = page.isEmpty() ? null : page.getLast().article().id();
    } while (page.size() == PAGE);
    Collections.shuffle(ids, random);
    return ids;
  }

  private List<Source> questions(ArticleVersion version) {
    var questions = new ArrayList<Source>();
    for (var candidate : CandidateQuestion.leading(version, MAX_SENTENCES)) {
      questions.add(new Source(candidate, candidate.sentence().of(version.article().text())));
    }
    Collections.shuffle(questions, random);
    return questions;
  }

  /// The first question of each article, then the second of each, and so on, each once.
  private static List<Source> distinct(List<List<Source>> byArticle, int limit) {
    var sources = new ArrayList<Source>();
    int longest = byArticle.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int round = i;
      byArticle.stream()
          .filter(questions -> round < questions.size())
          .forEach(questions -> sources.add(questions.get(round)));
    }
    var distinct =
        Set.copyOf(CandidateQuestion.distinct(sources.stream().map(Source::candidate).toList()));
    return sources.stream()
        .filter(source -> distinct.contains(source.candidate()))
        .limit(limit)
        .toList();
  }
}
