package org.dossier.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/// A redactor that removes private data from the traces of requests: search texts in their queries,
/// and conversation ids, because anyone who knows an id can open the conversation.
@Singleton
final class SpanRedactor implements SpanProcessor {
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
  private static final List<AttributeKey<String>> ADDRESSES =
      List.of(
          AttributeKey.stringKey("url.path"),
          AttributeKey.stringKey("url.full"),
          AttributeKey.stringKey("http.target"));
  private static final Pattern CONVERSATION = Pattern.compile("(/api/conversations/)[^/?]+");

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (span.getAttribute(QUERY) != null) {
      span.setAttribute(QUERY, "");
    }
    for (var key : ADDRESSES) {
      var address = span.getAttribute(key);
      if (address != null) {
        span.setAttribute(key, redact(address));
      }
    }
  }

  private static String redact(String address) {
    return CONVERSATION.matcher(address.replaceFirst("\\?.*", "")).replaceAll("$1…");
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // Nothing is left to redact.
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
