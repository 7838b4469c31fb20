package org.dossier.text.entity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.PersonNames;

/// The words around a mention that indicate the kind of what is named.
final class NameContext {
  private static final int WIDTH_BEFORE = 40;
  private static final int WIDTH_AFTER = 90;

  private static final Pattern LAST_WORDS =
      Pattern.compile("(?:(?<second>[\\p{L}-]+\\.?) |.* )?(?<last>[\\p{L}-]+\\.?) ");
  private static final Pattern AGE = Pattern.compile(", (?:aged? )?\\d{1,3}[,.]");
  private static final Pattern WHO = Pattern.compile(",? who(?:se)?\\b");
  private static final Pattern KIN =
      Pattern.compile(
          "['’]s (?:\\p{L}+ )?(?:wife|husband|son|daughter|father|mother|brother|sister|lawyers?|attorneys?|family|death|body|parents|life|career)\\b");
  private static final Pattern APPOSITION =
      Pattern.compile(
          ", (?:(?:the|a|an|one|another|his|her|its|their) )?(?<words>[^,.;:()]{3,80})");
  private static final Pattern PLACE_AFTER =
      Pattern.compile(", (?<name>\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?)");
  private static final Pattern BASED = Pattern.compile("-(?:based|born|area|bound)\\b");
  private static final Pattern STAFF =
      Pattern.compile(
          "(?:['’]s)? (?:chief executive|CEO|CFO|spokesman|spokeswoman|spokesperson|spokespeople|employees|customers|shareholders|headquarters|executives|analysts|analyst|subsidiary|staffers|correspondent|reporter|board of)\\b");
  private static final Pattern DEFINED =
      Pattern.compile(" \\((?<first>\\p{Lu})[\\p{Lu}&.-]{1,7}s?\\)");

  /// After a name that no noun follows.
  private static final Pattern ENDED =
      Pattern.compile(
          "(?:[,.;:)!?”\"]|$| (?:and|or|on|in|to|by|for|with|from|after|before|where|when|who|that|is|was|are|were|has|had|as|at|during|since|this|last|next|but|because|while|will|until|through|despite|amid)\\b)");

  private static final Pattern NEXT_WORD = Pattern.compile(" (?<word>\\p{Ll}+)\\b");
  private static final Pattern SPACES = Pattern.compile("[^\\p{L}]+");

  private static final List<String> AREAS =
      List.of(
          "southern",
          "northern",
          "eastern",
          "western",
          "central",
          "downtown",
          "northeastern",
          "northwestern",
          "southeastern",
          "southwestern",
          "mainland",
          "rural",
          "suburban");
  private static final List<String> SETTLEMENTS =
      List.of(
          "city",
          "town",
          "village",
          "province",
          "capital",
          "region",
          "island",
          "district",
          "county",
          "municipality",
          "suburb",
          "neighborhood",
          "port",
          "peninsula",
          "resort",
          "area");
  private static final List<String> BORDERS =
      List.of("near", "outside", "across", "throughout", "around");

  private final NameMention mention;
  private final String before;
  private final String after;

  NameContext(String text, NameMention mention) {
    this.mention = mention;
    var span = mention.span();
    var start = text.substring(Math.max(0, span.start() - WIDTH_BEFORE), span.start());
    this.before = start.substring(start.lastIndexOf('\n') + 1);
    var end = text.substring(span.end(), Math.min(text.length(), span.end() + WIDTH_AFTER));
    int line = end.indexOf('\n');
    this.after = line < 0 ? end : end.substring(0, line);
  }

  void addTo(KindEvidence evidence) {
    if (mention.titled()) {
      evidence.add(EntityKind.PERSON, 3);
    }
    if (mention.employing()) {
      evidence.add(EntityKind.ORGANIZATION, mention.isWord() ? 1.5 : 2);
    }
    addBefore(evidence);
    addAfter(evidence);
  }

  private void addBefore(KindEvidence evidence) {
    var matcher = LAST_WORDS.matcher(lastTwoWords(before));
    if (!matcher.matches()) {
      return;
    }
    var last = matcher.group("last");
    var second = matcher.group("second");
    boolean small = Character.isLowerCase(last.codePointAt(0));
    var key = EntityWords.key(last);
    if (small && PersonNames.isPersonNoun(key)) {
      evidence.add(EntityKind.PERSON, mention.isWord() ? 1.5 : 3);
    } else if (!small && EntityWords.isTitle(key)) {
      evidence.add(EntityKind.PERSON, 3);
    } else if (small && EntityWords.ORGANIZATION_NOUNS.contains(key)) {
      evidence.add(EntityKind.ORGANIZATION, 3);
    } else if (small && (AREAS.contains(key) || SETTLEMENTS.contains(key))) {
      evidence.add(EntityKind.PLACE, 2);
    } else if (key.equals("of")
        && second != null
        && SETTLEMENTS.contains(EntityWords.key(second))) {
      evidence.add(EntityKind.PLACE, 3);
    } else if (BORDERS.contains(key)) {
      evidence.add(EntityKind.PLACE, 1);
    } else if (key.equals("in") && ENDED.matcher(after).lookingAt()) {
      evidence.add(EntityKind.PLACE, 1);
    } else if (key.equals("the") && !mention.isWord()) {
      evidence.add(EntityKind.PERSON, -1);
    } else if (key.equals("told") && mention.isWord()) {
      evidence.add(EntityKind.ORGANIZATION, 1);
    }
  }

  /// The end of `before` from the second but last space on.
  private static String lastTwoWords(String before) {
    int space = before.lastIndexOf(' ', before.length() - 2);
    int second = space < 0 ? -1 : before.lastIndexOf(' ', space - 1);
    return before.substring(second + 1);
  }

  private void addAfter(KindEvidence evidence) {
    if (AGE.matcher(after).lookingAt()) {
      evidence.add(EntityKind.PERSON, 2);
    } else if (WHO.matcher(after).lookingAt()) {
      evidence.add(EntityKind.PERSON, mention.isWord() ? 1 : 2);
    }
    if (KIN.matcher(after).lookingAt()) {
      evidence.add(EntityKind.PERSON, 2);
    }
    if (STAFF.matcher(after).lookingAt() || isDefined()) {
      evidence.add(EntityKind.ORGANIZATION, 2);
    }
    if (BASED.matcher(after).lookingAt() || isBeforePlace()) {
      evidence.add(EntityKind.PLACE, 3);
    } else {
      addApposition(evidence);
    }
    var next = NEXT_WORD.matcher(after);
    if (next.lookingAt() && EntityWords.SPEECH_VERBS.contains(next.group("word"))) {
      evidence.add(EntityKind.PERSON, 0.7);
      evidence.add(EntityKind.ORGANIZATION, 0.5);
    }
  }

  /// "Atomic Energy Agency (AEA)".
  private boolean isDefined() {
    var matcher = DEFINED.matcher(after);
    return matcher.lookingAt() && mention.text().startsWith(matcher.group("first"));
  }

  /// "Uvalde, Texas".
  private boolean isBeforePlace() {
    var matcher = PLACE_AFTER.matcher(after);
    if (!matcher.lookingAt()) {
      return false;
    }
    var name = matcher.group("name");
    return Stream.of(name, name.substring(0, (name + " ").indexOf(' ')))
        .anyMatch(place -> Aliases.isCountry(place) || EntityWords.isPlace(EntityWords.key(place)));
  }

  /// "Ada Hill, the new harbour master of Lissport".
  private void addApposition(KindEvidence evidence) {
    var matcher = APPOSITION.matcher(after);
    if (!matcher.lookingAt()) {
      return;
    }
    for (var word :
        SPACES.splitAsStream(matcher.group("words").toLowerCase(Locale.ROOT)).toList()) {
      if (word.equals("of") || word.equals("for") || word.equals("who") || word.equals("and")) {
        return;
      }
      if (PersonNames.isPersonNoun(word) || EntityWords.isTitle(word)) {
        evidence.add(EntityKind.PERSON, 2);
        return;
      }
      if (EntityWords.ORGANIZATION_NOUNS.contains(word)) {
        evidence.add(EntityKind.ORGANIZATION, 2);
        return;
      }
      if (SETTLEMENTS.contains(word)) {
        evidence.add(EntityKind.PLACE, 2);
        return;
      }
    }
  }
}
