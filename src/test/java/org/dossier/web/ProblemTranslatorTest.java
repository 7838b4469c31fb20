package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Objects;
import java.util.stream.Stream;
import org.dossier.archive.InvalidArticleException;
import org.dossier.chat.conversation.KeyReusedException;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.chat.conversation.UnknownTurnException;
import org.dossier.database.ArchiveException;
import org.dossier.database.ArchiveUnavailableException;
import org.dossier.search.IndexException;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTranslatorTest {
  static Stream<Arguments> exceptions() {
    return Stream.of(
        arguments(ProblemException.of(ProblemType.TIMEOUT, "late"), ProblemType.TIMEOUT),
        arguments(new InvalidArticleException("title", "is too long"), ProblemType.INVALID_FIELD),
        arguments(new UnknownConversationException("c"), ProblemType.UNKNOWN_CONVERSATION),
        arguments(new UnknownTurnException("c", 7), ProblemType.UNKNOWN_TURN),
        arguments(new KeyReusedException(), ProblemType.KEY_REUSED),
        arguments(new ArchiveUnavailableException("down", null), ProblemType.ARCHIVE_UNAVAILABLE),
        arguments(new ArchiveException("full", null), ProblemType.ARCHIVE_UNAVAILABLE),
        arguments(new IndexException("damaged", null), ProblemType.ARCHIVE_UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void everyExceptionOfTheApplicationIsAProblem(Throwable exception, ProblemType expected) {
    var problem = Objects.requireNonNull(ProblemTranslator.toProblem(exception));

    assertThat(problem.problemType()).isEqualTo(expected);
  }

  @Test
  void invalidFieldsAreNamed() {
    var problem =
        Objects.requireNonNull(
            ProblemTranslator.toProblem(new InvalidArticleException("title", "is too long")));

    assertThat(problem.json("/").field()).isEqualTo("title");
  }

  @Test
  void otherExceptionsAreNoProblems() {
    assertThat(ProblemTranslator.toProblem(new IllegalStateException("bug"))).isNull();
  }
}
