package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;

/// Joins two runs of capitalized words that are the two parts of one name: "Food and Drug
/// Administration", "Department of Health and Human Services".
final class NameJoiner {
  private static final String AND = " and ";
  private static final int MAX_WORDS = 3;

  private final String text;
  private final List<Span> runs;
  private final Map<String, Integer> apart = new HashMap<>();

  private NameJoiner(String text, List<Span> runs) {
    this.text = text;
    this.runs = runs;
    for (int i = 0; i < runs.size(); i++) {
      if (!isFollowedByAnd(i)) {
        apart.merge(runs.get(i).of(text), 1, Integer::sum);
      }
    }
  }

  /// `runs` with the joined ones.
  static List<Span> join(String text, List<Span> runs) {
    return new NameJoiner(text, runs).join();
  }

  private List<Span> join() {
    var joined = new ArrayList<Span>();
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      if (isFollowedByAnd(i) && (continues(run, runs.get(i + 1)) || begins(run, runs.get(i + 1)))) {
        joined.add(new Span(run.start(), runs.get(i + 1).end()));
        i++;
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  private boolean isFollowedByAnd(int at) {
    return at + 1 < runs.size()
        && runs.get(at + 1).start() - runs.get(at).end() == AND.length()
        && text.startsWith(AND, runs.get(at).end());
  }

  /// "Department of Health" and "Human Services".
  private boolean continues(Span first, Span second) {
    var words = words(first);
    var next = words(second);
    int joint = Math.max(words.indexOf("of"), words.indexOf("for"));
    return joint > 0
        && joint < words.size() - 1
        && EntityWords.CONTINUED_WORDS.contains(words.get(joint - 1))
        && isPart(second, next)
        && (!EntityWords.ORGANIZATION_WORDS.contains(next.getLast())
            || EntityWords.JOINED_WORDS.contains(next.getLast()));
  }

  /// "Food" and "Drug Administration", unless the text also names something "Food".
  private boolean begins(Span first, Span second) {
    var words = words(first);
    var next = words(second);
    return next.size() > 1
        && EntityWords.JOINING_WORDS.contains(next.getLast())
        && next.size() <= MAX_WORDS
        && !apart.containsKey(first.of(text))
        && !EntityWords.ORGANIZATION_WORDS.contains(words.getLast())
        && isPart(first, words);
  }

  private boolean isPart(Span run, List<String> words) {
    var written = run.of(text);
    return words.size() <= MAX_WORDS
        && !words.contains("of")
        && !EntityWords.GIVEN_NAMES.contains(words.getFirst())
        && !EntityWords.isPlace(String.join(" ", words))
        && Aliases.named(written).isEmpty()
        && written.codePoints().anyMatch(Character::isLowerCase);
  }

  private List<String> words(Span run) {
    return List.of(run.of(text).split(" ")).stream().map(EntityWords::key).toList();
  }
}
