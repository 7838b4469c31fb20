package org.dossier.web;

import java.util.Map;
import java.util.function.Supplier;
import org.dossier.instrumentation.StageListener;
import org.jboss.logging.MDC;

/// The context that a request's work takes to another thread: its stage listener and its log
/// context (MDC).
record ContextPropagation(StageListener watch, Map<String, Object> log) {

  /// Wraps `work` so that it runs with the context of the current thread.
  static <T> Supplier<T> along(Supplier<T> work) {
    var here = new ContextPropagation(StageListener.current(), Map.copyOf(MDC.getMap()));
    return () -> here.done(work);
  }

  private <T> T done(Supplier<T> work) {
    log.forEach(MDC::put);
    try {
      return watch.call(work::get);
    } finally {
      log.keySet().forEach(MDC::remove);
    }
  }
}
