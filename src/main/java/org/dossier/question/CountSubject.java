package org.dossier.question;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.text.FunctionWords;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.NameFinder;

/// The subject of a question of the kind [QuestionKind#COUNT].
///
/// @param names the phrases that the counted articles mention; empty for all articles
/// @param any true if one of the names suffices
/// @param quoted true if the question has the names in quotation marks: their words are counted
/// @param publisher the words that may name a publisher: "by the Harbour Gazette"; empty if none do
/// @param by the property by which the articles are to be counted
/// @param listed true if the articles are to be listed and not only counted
public record CountSubject(
    List<String> names,
    boolean any,
    boolean quoted,
    String publisher,
    Property by,
    boolean listed) {
  private static final Pattern LISTED =
      Pattern.compile(
          "^(?:please )?(?:which|what (?!is|was|'s)|list|show|give|find|get|enumerate|display|name|all|every)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY_MONTH =
      Pattern.compile(
          "\\b(?:per|by|each|every|a) month\\b|\\bmonth by month\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BY_PUBLISHER =
      Pattern.compile(
          "\\b(?:per|by|each|every) (?:publisher|newspaper|paper|source|outlet)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAIL =
      Pattern.compile(
          "(?: (?:(?:per|by|each|every|for each|in each|a) (?:year|month|publisher|newspaper|paper|source|outlet)|over (?:the years|time)"
              + "|year by year|month by month|so far|at all|in total|by name|in (?:the|this|your|these|all) (?:archive|articles|reports|stories|news|press|papers)))+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:(?:the )?(?:names?|words?|terms?|phrase|topic|subject)(?: of)? )?(?:both |either |an? )?(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORCED =
      Pattern.compile("^(?:both|either) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("[\"“„«]([^\"“”„«»]+)[\"”“»]");
  private static final Pattern OR = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern JOINED =
      Pattern.compile("\\s*,\\s*(?:(?:and|or)\\s+)?|\\s+(?:and|or)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern CAPITALIZED = Pattern.compile("^(?:the )?\\p{Lu}.*");
  private static final Pattern PUBLISHER =
      Pattern.compile("(?:^|\\s)(?:by|from|of) (?:the )?(?<name>\\S.*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_OF_WORDS = Pattern.compile("\\S+");

  public CountSubject {
    names = List.copyOf(names);
  }

  /// @param analysis of a question of the kind [QuestionKind#COUNT]
  public static CountSubject of(QuestionAnalysis analysis) {
    var topic = TAIL.matcher(analysis.topic()).replaceFirst("").strip();
    var publisher = PUBLISHER.matcher(topic);
    return of(analysis, topic, publisher.find() ? publisher.group("name").strip() : "");
  }

  private static CountSubject of(QuestionAnalysis analysis, String topic, String publisher) {
    var names = names(topic);
    return new CountSubject(
        names,
        names.size() > 1 && OR.matcher(topic).find(),
        QUOTED.matcher(topic).find(),
        publisher,
        property(analysis.text()),
        LISTED.matcher(analysis.text()).find());
  }

  /// The subject without the words that name a publisher.
  public CountSubject withoutPublisher(QuestionAnalysis analysis) {
    var topic = TAIL.matcher(analysis.topic()).replaceFirst("").strip();
    var matcher = PUBLISHER.matcher(topic);
    return matcher.find()
        ? of(analysis, topic.substring(0, matcher.start()).strip(), publisher)
        : this;
  }

  private static Property property(String question) {
    if (BY_MONTH.matcher(question).find()) {
      return Property.MONTH;
    }
    return BY_PUBLISHER.matcher(question).find() ? Property.PUBLISHER : Property.YEAR;
  }

  private static List<String> names(String topic) {
    var quoted = QUOTED.matcher(topic).results().map(found -> found.group(1)).toList();
    if (!quoted.isEmpty()) {
      return phrases(quoted.stream());
    }
    var bare = HEAD.matcher(topic).replaceFirst("");
    if (!Aliases.withName(bare).isEmpty()) {
      return List.of(bare);
    }
    var parts = Arrays.stream(JOINED.split(bare)).map(String::strip).toList();
    boolean splits =
        FORCED.matcher(topic).find()
            || parts.stream().allMatch(part -> CAPITALIZED.matcher(part).matches());
    return phrases(splits ? parts.stream() : Stream.of(bare));
  }

  private static List<String> phrases(Stream<String> phrases) {
    return phrases.filter(MentionPhrase::isPhrase).distinct().toList();
  }

  /// The names and the other words of a phrase that is not a name, which an article may mention
  /// apart from each other; empty for a name, and for a single word.
  public static List<String> words(String phrase) {
    var names = NameFinder.find(phrase);
    var rest = new StringBuilder(phrase);
    names.reversed().forEach(name -> rest.replace(name.start(), name.end(), " "));
    var others =
        NAME_OF_WORDS
            .matcher(rest)
            .results()
            .map(MatchResult::group)
            .filter(word -> !FunctionWords.isFunction(word))
            .toList();
    var words =
        phrases(Stream.concat(names.stream().map(name -> name.of(phrase)), others.stream()));
    return others.isEmpty() || words.size() < 2 ? List.of() : words;
  }
}
