package org.dossier.cli.startup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/// Handlers for operating system signals. They are installed by reflection: the JDK has no public
/// API for signals, and the compiler warning about the internal API cannot be suppressed.
final class Signals {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private Signals() {}

  /// Replaces the handlers of these signals. `handler` receives the name (`TERM`) of each signal,
  /// on a new thread each time. A signal that the JVM does not allow to be handled keeps its
  /// behaviour.
  @SuppressWarnings("ReferenceEquality") // A proxy that called its own `equals` would recurse.
  static void handle(List<String> names, Consumer<String> handler) {
    try {
      var signal = Class.forName(SIGNAL);
      var type = Class.forName(HANDLER);
      var proxy =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      handler.accept(
                          String.valueOf(signal.getMethod("getName").invoke(arguments[0])));
                      yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> HANDLER;
                  });
      for (var name : names) {
        handle(name, signal, type, proxy);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every JDK has " + SIGNAL, e);
    }
  }

  private static void handle(String name, Class<?> signal, Class<?> type, Object handler)
      throws ReflectiveOperationException {
    try {
      var named = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, type).invoke(null, named, handler);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw e;
      }
      // The signal does not exist on this system, or is reserved by the JVM or its options.
    }
  }
}
