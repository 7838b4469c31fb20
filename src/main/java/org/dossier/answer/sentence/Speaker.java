package org.dossier.answer.sentence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.question.NameMatcher;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;
import org.jspecify.annotations.Nullable;

/// The person, country or organization whose words a question asks for, and which sentences report
/// their words. English only.
///
/// @param names as the question or the articles write them
/// @param role the office by which the question names a person; `null` if it gives a name
public record Speaker(List<String> names, @Nullable OfficeHolder role) {
  /// Verbs of speech and opinion that follow their subject.
  static final String VERB =
      "(?:said|says|say|saying|told|tells|stated|states|added|adds|stressed|stresses|announced|announces|argued|argues|claimed|claims"
          + "|warned|warns|called|calls|explained|explains|praised|praises|critici[sz]ed|critici[sz]es|described|describes|noted|notes"
          + "|tweeted|tweets|wrote|writes|asked|asks|urged|urges|expressed|expresses|agreed|agrees|pointed out|insisted|insists|declared"
          + "|declares|believed|believes|thought|thinks|hoped|hopes|wanted|wants|considered|considers|emphasi[sz]ed|emphasi[sz]es"
          + "|underlined|underlines|reiterated|repeated|recalled|replied|replies|responded|responds|reacted|reacts|condemned|condemns"
          + "|welcomed|welcomes|rejected|rejects|denied|denies|accused|accuses|vowed|vows|promised|promises|predicted|predicts"
          + "|suggested|suggests|proposed|proposes|demanded|demands|confirmed|confirms|admitted|admits|acknowledged|acknowledges"
          + "|defended|defends|dismissed|dismisses|put it|spoke|speaks|recommended|recommends|advised|advises)\\b";

  private static final Pattern SPEECH =
      Pattern.compile("\\b" + VERB, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// An apposition, or words in brackets, between a name and its verb.
  private static final Pattern APPOSITION = Pattern.compile(", [^,]{1,120},|\\([^()]*\\)");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.'’-]");

  /// Words that may join a name to the name of the same speaker: "Zarif and Lavrov", "Lavrov of
  /// Russia".
  private static final Set<String> JOINING =
      Set.of("and", "of", "for", "from", "in", "at", "on", "with", "the");

  /// Words after which another clause has begun.
  private static final Set<String> CLAUSE =
      Set.of(
          "that", "who", "whom", "which", "because", "but", "to", "by", "as", "if", "when",
          "while");

  private static final int MAX_WORDS_BEFORE_VERB = 9;

  /// Between a verb after its words and the name: "…", said the foreign minister, Lavrov.
  private static final Pattern VERB_BEFORE =
      Pattern.compile(
          "(?:[,”\"’'?!…] ?(?:said|says|added|adds|stated|wrote|writes|tweeted|explained|noted|argued|warned|announced)"
              + "|\\b(?:according to|quoting|quoted|in the words of))(?: [\\p{L}.'’-]+){0,4},? ?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// "Lavrov's reaction".
  private static final Pattern WORDS_OF =
      Pattern.compile(
          "^['’]s? (?:\\w+ )?(?:statements?|remarks?|words|comments?|reactions?|responses?|views?|opinions?|position|stance|speech|tweets?)\\b");

  /// A sentence that continues the words of the speaker of the one before it.
  private static final Pattern CONTINUATION =
      Pattern.compile(
          "^[\"“”'‘’]|\\b(?:he|she|they|it)(?: (?:also|then|later|further))? " + VERB,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?:and |so )?(?:what|how)(?: exactly| else)? (?:did|does|do|has|have|had|is|was|were|are) (?<subject>.+?)"
              + "(?: (?:say|saying|said|think|thinking|tell|telling|told|promise|promised|warn|argue|claim|announce|demand|urge|comment|call for|ask for|suggest"
              + "|propose|respond|reply|declare|react|describe|explain|justify|defend|critici[sz]e|recommend|write|feel about|have to say)\\b"
              + "|['’]s? (?:\\w+ )?(?:opinions?|views?|position|reaction|response|comments?|statement|stance|criticisms?|attitude|words)\\b)",
          Pattern.CASE_INSENSITIVE);

  public Speaker {
    names = List.copyOf(names);
  }

  /// The speaker whom `question` names, by an office ("the mayor of Selby") or by a name, which is
  /// then the first one; empty if it names none.
  public static Optional<Speaker> of(String question) {
    var subject = SUBJECT.matcher(question);
    var role =
        subject.find()
            ? OfficeHolder.of(subject.group("subject"), question)
            : Optional.<OfficeHolder>empty();
    return role.map(office -> new Speaker(List.of(), office))
        .or(() ->
            NameFinder.find(question).stream()
                .findFirst()
                .map(span -> new Speaker(List.of(span.of(question)), null)));
  }

  /// The same speaker, with the names that `sentences` give the holder of the office.
  public Speaker namedIn(Collection<String> sentences) {
    return role == null
        ? this
        : new Speaker(
            sentences.stream()
                .flatMap(role::names)
                .filter(PersonNames::mayBeName)
                .distinct()
                .toList(),
            role);
  }

  /// Returns whether `sentence` reports words of the speaker, whom it names.
  public boolean speaksIn(String sentence) {
    var named =
        NameFinder.find(sentence).stream()
            .filter(span -> isName(NameMatcher.of(List.of(span.of(sentence)))));
    var mentioned = role == null ? Stream.<Span>empty() : role.mentions(sentence);
    return Stream.concat(named, mentioned).anyMatch(span -> isSubject(span, sentence));
  }

  private boolean isName(NameMatcher words) {
    return names.stream().anyMatch(words::matches);
  }

  /// Returns whether `sentence` reports words of the speaker, or continues those of `before`.
  public boolean speaksIn(String sentence, String before) {
    return speaksIn(sentence)
        || (CONTINUATION.matcher(sentence).find()
            && speaksIn(before)
            && NameFinder.find(sentence).stream().noneMatch(span -> isSubject(span, sentence)));
  }

  private static boolean isSubject(Span nameSpan, String sentence) {
    var before = sentence.substring(0, nameSpan.start());
    var rest = sentence.substring(nameSpan.end());
    // "The mayor, Ada Hill, said": the comma after the name ends an apposition.
    var after = before.endsWith(", ") && rest.startsWith(",") ? rest.substring(1) : rest;
    if (WORDS_OF.matcher(after).find() || VERB_BEFORE.matcher(before).find()) {
      return true;
    }
    return SPEECH
        .matcher(after)
        .results()
        .map(verb -> APPOSITION.matcher(after.substring(0, verb.start())).replaceAll(""))
        .anyMatch(Speaker::isSameClause);
  }

  /// True if the words between a name and a verb do not contain another subject.
  private static boolean isSameClause(String between) {
    var words =
        between.replaceFirst("^['’]s?", "").strip().split("\\s+", MAX_WORDS_BEFORE_VERB + 1);
    if (words.length > MAX_WORDS_BEFORE_VERB) {
      return false;
    }
    boolean nameMayFollow = true;
    for (var word : words) {
      boolean isName = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
      boolean isOther = isName ? !nameMayFollow : CLAUSE.contains(word);
      if (isOther || NO_WORD.matcher(word).find()) {
        return false;
      }
      nameMayFollow = isName || JOINING.contains(word);
    }
    return true;
  }
}
