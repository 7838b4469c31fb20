package org.dossier.web;

import java.util.Map;
import java.util.function.Supplier;
import org.dossier.instrumentation.StageListener;
import org.jboss.logging.MDC;

/// What goes with the work of a request into another thread: who watches it, and what the log tells
/// beside each line.
record ContextPropagation(StageListener watch, Map<String, Object> log) {

  /// Work that is done over there as it would be here.
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
