package org.dossier.observability;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// A log with one line per question: `question outcome=answered channel=api ms=43 …`. In a JSON log
/// each fact is a field (of `mdc`).
@Singleton
final class QuestionLog {
  private static final Logger LOG = Logger.getLogger("dossier.questions");

  private final boolean withQuestions;

  QuestionLog(ObservabilityConfig config) {
    this.withQuestions = config.log().questions();
  }

  void write(CompletedQuestion completedQuestion, String words) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    var facts = new LinkedHashMap<>(completedQuestion.facts());
    if (withQuestions) {
      facts.put("question", words);
    }
    facts.forEach(MDC::put);
    try {
      LOG.infof("question %s", line(facts));
    } finally {
      facts.keySet().forEach(MDC::remove);
    }
  }

  private static String line(Map<String, String> facts) {
    var line =
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining(" "));
    var request = MDC.get(QuestionInstrumentation.REQUEST);
    return request == null ? line : line + " request=" + request;
  }
}
