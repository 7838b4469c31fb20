package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.dossier.archive.InvalidArticleException;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.request.ArticleRequest;
import org.dossier.web.request.ChatRequest;
import org.dossier.web.request.FeedbackRequest;
import org.dossier.web.request.PercentEncoding;
import org.dossier.web.request.StrictJson;

/// Arbitrary bodies and URLs: each is parsed, or rejected as a problem.
class RequestsFuzzTest {
  @FuzzTest
  void bodies(byte[] body) {
    var json = new String(body, StandardCharsets.UTF_8);
    refusedAtMost(() -> StrictJson.read(json, ChatRequest.class).decode(null, null));
    refusedAtMost(() -> StrictJson.read(json, ArticleRequest.class).article("id"));
    refusedAtMost(() -> StrictJson.read(json, FeedbackRequest.class));
  }

  @FuzzTest
  void addresses(byte[] path) {
    var encoded = new String(path, StandardCharsets.ISO_8859_1);
    String decoded;
    try {
      decoded = PercentEncoding.decode(encoded);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(PercentEncoding.decode(PercentEncoding.encode(decoded))).isEqualTo(decoded);
  }

  private static void refusedAtMost(Runnable decoding) {
    try {
      decoding.run();
    } catch (ProblemException | InvalidMessageException | InvalidArticleException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
