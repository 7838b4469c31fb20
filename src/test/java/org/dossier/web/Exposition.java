package org.dossier.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The content of `/q/metrics`, parsed as Prometheus parses it.
///
/// @param types by metric
/// @param helps the descriptions by metric; without metrics that have none
/// @param labels the values of each label, by the name of the sample (with its `_count` or
///   `_bucket`)
record Exposition(
    Map<String, String> types,
    Map<String, String> helps,
    Map<String, Map<String, Set<String>>> labels) {
  static final Exposition NOTHING = new Exposition(Map.of(), Map.of(), Map.of());

  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (\\S.*)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_:][a-zA-Z0-9_:]*)(\\{.*})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  static Exposition now() {
    var shown = new Exposition(new HashMap<>(), new HashMap<>(), new HashMap<>());
    // The default is OpenMetrics, which names counters differently.
    var plain = Map.of("Accept", "text/plain");
    Api.send("GET", "/q/metrics", null, plain).body().lines().forEach(shown::read);
    return shown;
  }

  private void read(String line) {
    var type = TYPE.matcher(line);
    var help = HELP.matcher(line);
    var sample = SAMPLE.matcher(line);
    if (type.matches()) {
      types.put(type.group(1), type.group(2));
    } else if (help.matches()) {
      helps.put(help.group(1), help.group(2));
    } else if (sample.matches()) {
      var values = labels.computeIfAbsent(sample.group(1), _ -> new HashMap<>());
      LABEL
          .matcher(sample.group(2) == null ? "" : sample.group(2))
          .results()
          .forEach(label ->
              values.computeIfAbsent(label.group(1), _ -> new HashSet<>()).add(label.group(2)));
    }
  }
}
