package org.dossier.cli.startup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/// What the operating system tells this process. By reflection: the JDK has no other interface for
/// it, and the compiler warns of this one without a way to tell it that this is known.
final class Signals {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private Signals() {}

  /// From now on `handler` hears of these signals, by their names (`TERM`), on a thread of its own
  /// each time, instead of what happened at them so far. One that cannot be had, since the JVM was
  /// told to leave it alone, goes on doing what it did.
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
      // Not on this system, or used by the JVM or by whoever started it.
    }
  }
}
