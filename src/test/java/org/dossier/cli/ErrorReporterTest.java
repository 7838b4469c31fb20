package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.dossier.archive.InvalidArticleException;
import org.dossier.auth.InvalidSettingException;
import org.junit.jupiter.api.Test;

class ErrorReporterTest {
  @Test
  void messageOfAnOwnExceptionIsShown() {
    var ours = new InvalidArticleException("title", "is too long");
    assertThat(ErrorReporter.line(new RuntimeException("Failed to start", ours)))
        .isEqualTo("title: is too long");
  }

  @Test
  void invalidSettingIsNamed() {
    var fault = new InvalidSettingException("dossier.web.page-token.secret", "is too short");
    assertThat(ErrorReporter.line(new RuntimeException("Failed to start", fault)))
        .isEqualTo("dossier.web.page-token.secret: is too short");
  }

  @Test
  void portInUseIsReportedWithAdvice() {
    var fault = new QuarkusBindException("127.0.0.1", 8080, new BindException("Address in use"));
    assertThat(ErrorReporter.line(new RuntimeException(fault))).contains("8080", "--port");
  }

  @Test
  void unusableFileIsNamedWithTheReason() {
    var fault = new FileSystemException("/tmp/cache", null, "Read-only file system");
    assertThat(ErrorReporter.line(new IllegalStateException("Failed to start", fault)))
        .isEqualTo("/tmp/cache: Read-only file system");
  }

  @Test
  void configurationProblemsAreNamed() {
    var fault = new ConfigValidationException(new Problem[] {new Problem("dossier.data is odd")});
    assertThat(ErrorReporter.line(new RuntimeException(fault))).contains("dossier.data is odd");
  }

  @Test
  void unexpectedExceptionIsReportedAsSuch() {
    assertThat(ErrorReporter.line(new RuntimeException(new IllegalStateException("boom"))))
        .contains("unexpected error", "boom", "--verbose");
  }

  @Test
  void errorIsPrintedOnOneSanitizedLine() {
    var out = new ByteArrayOutputStream();
    ErrorReporter.report(
        new InvalidArticleException("id", "a\nb\u001b[31m"),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("dossier: id: a b\n");
  }
}
