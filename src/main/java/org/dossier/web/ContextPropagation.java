package org.dossier.web;

import java.util.Map;
import java.util.function.Supplier;
import org.dossier.instrumentation.StageListener;
import org.jboss.logging.MDC;

/// The context that a request's work takes to another thread: its stage listener and its log
/// context (MDC).
record ContextPropagation(StageListener listener, Map<String, Object> logContext) {

  /// Wraps `work` so that it runs with the context of the current thread.
  static <T> Supplier<T> wrap(Supplier<T> work) {
    var context = new ContextPropagation(StageListener.current(), Map.copyOf(MDC.getMap()));
    return () -> context.call(work);
  }

  private <T> T call(Supplier<T> work) {
    logContext.forEach(MDC::put);
    try {
      return listener.call(work::get);
    } finally {
      logContext.keySet().forEach(MDC::remove);
    }
  }
}
