package org.dossier.evaluation.question;

import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dossier.answer.extraction.AnswerConfig;
import org.dossier.retrieval.RetrievalConfig;

/// The settings of a measurement, by the names of their properties.
@Singleton
public final class EvaluationSettings {
  private final SortedMap<String, String> values = new TreeMap<>();

  public EvaluationSettings(RetrievalConfig retrieval, AnswerConfig answer) {
    read("dossier.retrieval", RetrievalConfig.class, retrieval);
    read("dossier.answer", AnswerConfig.class, answer);
  }

  /// Every setting of retrieval and answering, sorted by name.
  public SortedMap<String, String> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  private void read(String prefix, Class<?> group, Object config) {
    for (var method : group.getMethods()) {
      if (method.getParameterCount() > 0 || method.isDefault()) {
        continue;
      }
      var name = prefix + "." + property(method.getName());
      var value = value(method, config);
      var type = method.getReturnType();
      if (type.isInterface() && type.getEnclosingClass() == group) {
        read(name, type, value);
      } else {
        values.put(name, String.valueOf(value));
      }
    }
  }

  private static Object value(Method method, Object config) {
    try {
      return method.invoke(config);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read the setting " + method, e);
    }
  }

  /// The name of a method's property: `wordsWeight` is configured as `words-weight`.
  private static String property(String method) {
    return method.replaceAll("(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
  }
}
