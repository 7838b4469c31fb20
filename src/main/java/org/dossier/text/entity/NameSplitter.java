package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.PersonNames;

/// Splits a run of capitalized words into the names in it: "Iranian Foreign Minister Zarif" has one
/// of a person, "US President Joe Biden" one of a place and one of a person.
final class NameSplitter {
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int MAX_WORDS = 8;
  private static final Set<String> JOINING = Set.of("of", "for", "on");

  private final String text;
  private final List<NameMention> names = new ArrayList<>();

  private NameSplitter(String text) {
    this.text = text;
  }

  /// The names in the run of words at `run`, in order.
  static List<NameMention> split(String text, Span run) {
    var splitter = new NameSplitter(text);
    splitter.add(words(text, run), false);
    return splitter.names;
  }

  private static List<Span> words(String text, Span run) {
    var words = new ArrayList<Span>();
    var matcher = WORD.matcher(text).region(run.start(), run.end());
    while (matcher.find()) {
      words.add(new Span(matcher.start(), matcher.end()));
    }
    return words;
  }

  private String key(Span word) {
    return EntityWords.key(word.of(text));
  }

  private void add(List<Span> all, boolean titled) {
    var words =
        !all.isEmpty() && key(all.getFirst()).equals("the") ? all.subList(1, all.size()) : all;
    if (words.isEmpty() || words.size() > MAX_WORDS) {
      return;
    }
    if (!titled && isKnown(words)) {
      addName(words, false, false);
      return;
    }
    int joint = joint(words);
    if (joint > 0 && !isHead(key(words.get(joint - 1)))) {
      addJoined(words, joint, titled);
    } else if (joint > 0 || isHeaded(words)) {
      addHeaded(words);
    } else {
      addWithRole(words, titled);
    }
  }

  /// The place of the first "of" after a word; 0 if none.
  private int joint(List<Span> words) {
    for (int i = 1; i < words.size() - 1; i++) {
      if (JOINING.contains(words.get(i).of(text))) {
        return i;
      }
    }
    return 0;
  }

  /// "Secretary of State John Kerry", "Hassan Rouhani of Iran".
  private void addJoined(List<Span> words, int joint, boolean titled) {
    var before = words.subList(0, joint);
    var after = words.subList(joint + 1, words.size());
    if (!EntityWords.isTitle(key(before.getLast()))) {
      add(before, titled);
      add(after, false);
      return;
    }
    addPrefix(before);
    if (!EntityWords.OFFICES.contains(key(after.getFirst()))) {
      if (isKnown(after)) {
        addName(after, false, false);
      }
    } else if (after.size() > 1) {
      add(after.subList(1, after.size()), true);
    }
  }

  private void addHeaded(List<Span> words) {
    int from = 0;
    while (words.size() - from > 2 && isOrdinal(words, from)) {
      from++;
    }
    addName(words.subList(from, words.size()), false, false);
  }

  /// "President Lissport University": a title is no part of the name.
  private boolean isOrdinal(List<Span> words, int at) {
    var key = key(words.get(at));
    return key.equals("the") || key.equals("former") || key.equals("ex");
  }

  private void addWithRole(List<Span> words, boolean titled) {
    int role = lastTitle(words);
    if (role < 0) {
      addPlain(words, titled);
      return;
    }
    var holder = words.subList(role + 1, words.size());
    if (role == 0 || !addEmployer(words.subList(0, role))) {
      addPrefix(words.subList(0, role));
    }
    if (!holder.isEmpty()) {
      addPlain(holder, true);
    }
  }

  /// "Tesla CEO Elon Musk".
  private boolean addEmployer(List<Span> before) {
    boolean employs =
        !isNational(before.getFirst())
            && before.stream().noneMatch(word -> EntityWords.isTitle(key(word)))
            && before.stream().allMatch(word -> isProper(key(word)))
            && !isKnown(before);
    if (employs) {
      addName(before, false, true);
    }
    return employs;
  }

  private static boolean isProper(String key) {
    return !EntityWords.ADJECTIVES.contains(key);
  }

  /// Adds the name that `words` begin with, if it is known.
  private void addPrefix(List<Span> words) {
    for (int to = words.size(); to > 0; to--) {
      var prefix = words.subList(0, to);
      if (isKnown(prefix)) {
        addName(prefix, false, false);
        return;
      }
    }
  }

  private void addPlain(List<Span> words, boolean titled) {
    var rest = words;
    if (rest.size() > 2 && isNational(rest.getFirst())) {
      addPrefix(rest.subList(0, 1));
      rest = rest.subList(1, rest.size());
    }
    while (rest.size() > 2 && isDescription(rest)) {
      rest = rest.subList(1, rest.size());
    }
    if (!EntityWords.isOther(key(rest.getLast())) || isSurname(rest) || isSuffixed(rest)) {
      addName(rest, titled, false);
    }
  }

  /// "Republican Katie Britt": words before a given name.
  private boolean isDescription(List<Span> words) {
    var key = key(words.getFirst());
    return (EntityWords.isOther(key) || EntityWords.ADJECTIVES.contains(key))
        && words.subList(1, words.size() - 1).stream()
            .anyMatch(word -> EntityWords.GIVEN_NAMES.contains(key(word)));
  }

  private boolean isSuffixed(List<Span> words) {
    return words.size() > 1 && EntityWords.isSuffix(key(words.getLast()));
  }

  private int lastTitle(List<Span> words) {
    int last = -1;
    for (int i = 0; i < words.size(); i++) {
      boolean isName = i > 0 && i == words.size() - 1 && isSurname(words);
      boolean isRole = EntityWords.isTitle(key(words.get(i))) || isOccupation(words, i);
      if (isRole && !isName && !isGivenName(words, i)) {
        last = i;
      }
    }
    return last;
  }

  /// "Pilot Anna Brekke"; "Baker Brekke" may be a name.
  private boolean isOccupation(List<Span> words, int at) {
    return at == 0 && words.size() > 2 && PersonNames.isPersonNoun(key(words.getFirst()));
  }

  /// "Dean Martin" may be a name, "Assistant Dean Martin" is not.
  private boolean isGivenName(List<Span> words, int at) {
    return at == 0 && words.size() == 2 && EntityWords.GIVEN_NAMES.contains(key(words.get(at)));
  }

  private boolean isNational(Span word) {
    var written = word.of(text);
    return Aliases.isDemonym(written) || Aliases.isCountry(written);
  }

  private boolean isKnown(List<Span> words) {
    var written = written(words);
    return !Aliases.withName(written).isEmpty() || EntityWords.isPlace(EntityWords.key(written));
  }

  private String written(List<Span> words) {
    return words.stream().map(word -> word.of(text)).collect(Collectors.joining(" "));
  }

  private boolean isHeaded(List<Span> words) {
    return words.size() > 1
        && (isHead(key(words.getLast())) || isOpener(words))
        && !isSurname(words);
  }

  private boolean isOpener(List<Span> words) {
    return EntityWords.GEOGRAPHIC_OPENERS.contains(key(words.getFirst())) && words.size() == 2;
  }

  private static boolean isHead(String key) {
    return EntityWords.ORGANIZATION_WORDS.contains(key) || EntityWords.PLACE_WORDS.contains(key);
  }

  /// "Jonah Hill", "Tiger Woods".
  private boolean isSurname(List<Span> words) {
    return words.size() == 2
        && EntityWords.GIVEN_NAMES.contains(key(words.getFirst()))
        && EntityWords.SURNAMES.contains(key(words.getLast()));
  }

  private void addName(List<Span> words, boolean titled, boolean employing) {
    names.add(
        new NameMention(
            words.stream().map(word -> word.of(text)).toList(),
            new Span(words.getFirst().start(), words.getLast().end()),
            titled,
            employing));
  }
}
