package org.dossier.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A test that requires a browser. Without one it is skipped, and `./dossier test` reports that at
/// its end. In continuous integration (`CI=true`) it fails instead of being skipped.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresChromium.Condition.class)
@interface RequiresChromium {

  final class Condition implements ExecutionCondition {
    /// The file from which the launcher reports skipped tests.
    private static final Path SKIPPED = Path.of("target", "skipped-tests.txt");

    private static final String WORDS =
        "the browser tests of the widget were SKIPPED: no Chromium was found on the PATH";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.find().isPresent() || "true".equals(System.getenv("CI"))) {
        return ConditionEvaluationResult.enabled("there is, or has to be, a Chromium");
      }
      System.err.println(WORDS);
      try {
        Files.writeString(SKIPPED, WORDS + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return ConditionEvaluationResult.disabled(WORDS);
    }
  }
}
