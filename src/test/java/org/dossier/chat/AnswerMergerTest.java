package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dossier.answer.Abstained;
import org.dossier.answer.Abstained.Reason;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Note;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.SampleArticles;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerMergerTest {
  private static final AnswerMetadata METADATA = new AnswerMetadata(1, AnswerOrigin.EXTRACTIVE, 1);
  private static final Article ARTICLE =
      SampleArticles.bare("reactors", "Two reactors will be built at the Hollin plant.");

  private static List<Note> notes(String question, String ellipsis) {
    var source =
        new ArticleVersion(ARTICLE, ARTICLE.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var answered =
        new Answered(
            List.of(new Statement(ARTICLE.text(), List.of(1), Support.VERBATIM)),
            List.of(new Citation(1, source, new Span(0, ARTICLE.text().length()))),
            METADATA);
    var merger = new AnswerMerger(AnswerListener.NONE);
    merger.add(question, answered);
    merger.add(ellipsis, new Abstained(Reason.WEAK_EVIDENCE, "No.", List.of(), METADATA));
    return merger.merge().notes();
  }

  @Test
  void aQuestionWithoutSubjectIsAnsweredByAStatementWithWhatItAsksFor() {
    assertThat(notes("Which reactors will be built?", "And where?")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Which reactors will be built?, And when?",
    "Which reactors will be built?, And why?",
    "Which reactors will be built at the Hollin plant?, And where?",
    "Which reactors will be built?, Where do the ministers meet?"
  })
  void otherQuestionsThatHaveNoAnswerAreNamed(String question, String other) {
    assertThat(notes(question, other)).extracting(Note::type).containsExactly(Note.Type.UNANSWERED);
  }
}
