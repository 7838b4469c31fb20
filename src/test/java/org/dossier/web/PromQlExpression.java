package org.dossier.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The part of PromQL that is needed to decide whether an expression can return data.
record PromQlExpression(String words) {
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

  /// Labels that Prometheus adds to every metric.
  private static final Set<String> ADDED = Set.of("le", "instance");

  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on)\\s*\\(([^)]*)\\)");
  private static final Pattern TIMES = Pattern.compile("\\[[^]]*]|\\boffset \\w+");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![a-zA-Z0-9_.\"])([a-zA-Z_:][a-zA-Z0-9_:]*+)(?!\\s*\\()(?:\\{([^}]*)})?");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");

  /// The reasons why the expression can never return data; empty if it can.
  Set<String> findFaults(Exposition shown) {
    var faults = new TreeSet<String>();
    var labels = new HashSet<>(ADDED);
    selectors()
        .forEach(selector -> {
          var metric = selector.group(1);
          var values = shown.labels().get(metric);
          if (values == null) {
            faults.add("no metric " + metric);
          } else {
            labels.addAll(values.keySet());
            unmatched(selector, values).forEach(faults::add);
          }
        });
    groupedBy().filter(label -> !labels.contains(label)).forEach(l -> faults.add("no label " + l));
    return faults;
  }

  private Stream<MatchResult> selectors() {
    var plain = TIMES.matcher(GROUPING.matcher(words).replaceAll("")).replaceAll("");
    return SELECTOR.matcher(plain).results().filter(found -> !OPERATORS.contains(found.group(1)));
  }

  private static Stream<String> unmatched(MatchResult selector, Map<String, Set<String>> values) {
    return MATCHER
        .matcher(selector.group(2) == null ? "" : selector.group(2))
        .results()
        .filter(matcher ->
            values.getOrDefault(matcher.group(1), Set.of()).stream()
                .noneMatch(value -> value.matches(pattern(matcher))))
        .map(matcher -> "no " + selector.group(1) + " with " + matcher.group());
  }

  private static String pattern(MatchResult matcher) {
    return matcher.group(2).endsWith("~") ? matcher.group(3) : Pattern.quote(matcher.group(3));
  }

  private Stream<String> groupedBy() {
    return GROUPING
        .matcher(words)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .map(String::strip);
  }
}
