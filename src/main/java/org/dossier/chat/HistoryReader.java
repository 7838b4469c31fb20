package org.dossier.chat;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.about.AboutQuestionDetector;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.chat.rewriting.RuleBasedRewriter;
import org.dossier.question.CitedSentences;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.PassageIndex;
import org.dossier.text.Span;

/// Reads the turns of a conversation that its client keeps: finds the sentences of the archive that
/// its replies consisted of. A text that no article contains has no source. Safe for any number of
/// threads.
@Singleton
final class HistoryReader {
  /// The passages in which a statement is looked up. The passage that contains it has all of its
  /// words, so it is among the first.
  private static final int PASSAGES = 5;

  /// Longer statements are not looked up: none was sent by this program.
  private static final int MAX_STATEMENT_LENGTH = 4_000;

  /// Dates that were added to a statement, and other words in brackets.
  private static final Pattern BRACKETS = Pattern.compile(" ?\\([^()]{0,200}\\)");

  private final PassageIndex index;
  private final Archive archive;
  private final ChatConfig config;

  HistoryReader(PassageIndex index, Archive archive, ChatConfig config) {
    this.index = index;
    this.archive = archive;
    this.config = config;
  }

  /// The last turns, oldest first, as many as a message may refer to.
  List<HistoryTurn> read(List<PastTurn> past) {
    int first = Math.max(0, past.size() - config.context().turnsScanned());
    var turns = new ArrayList<HistoryTurn>();
    for (var turn : past.subList(first, past.size())) {
      turns.add(read(turns, turn));
    }
    return turns;
  }

  private HistoryTurn read(List<HistoryTurn> earlier, PastTurn past) {
    var line = QuestionRewriter.onOneLine(past.message());
    var withSubject = earlier.stream().filter(HistoryTurn::hasSubject).toList();
    if (past.statements().isEmpty() && isAbout(line, withSubject.isEmpty())) {
      return new HistoryTurn(line, List.of(), List.of(), List.of(), false);
    }
    var question =
        withSubject.isEmpty() ? line : RuleBasedRewriter.resolve(withSubject, line).question();
    var sources = new LinkedHashMap<CitedSentences.Place, ArticleVersion>();
    past.statements().forEach(statement -> sources.putAll(find(statement)));
    var cited = sources.values().stream().distinct().toList();
    return new HistoryTurn(
        question,
        past.statements(),
        cited.stream().map(source -> source.article().headline()).distinct().toList(),
        cited,
        sources.keySet(),
        true);
  }

  private static boolean isAbout(String line, boolean atBeginning) {
    return AboutQuestionDetector.detect(
            line, atBeginning, AboutQuestionDetector.LANGUAGES.getFirst())
        .isPresent();
  }

  /// The sentences of the archive that `statement` consists of, each once.
  private Map<CitedSentences.Place, ArticleVersion> find(String statement) {
    var found = new LinkedHashMap<CitedSentences.Place, ArticleVersion>();
    if (statement.length() > MAX_STATEMENT_LENGTH) {
      return found;
    }
    var words = comparable(statement);
    var texts = new HashSet<String>();
    for (var hit : hits(statement)) {
      current(hit).ifPresent(source -> addSentences(hit, source, words, texts, found));
    }
    return found;
  }

  private static void addSentences(
      Hit hit,
      ArticleVersion source,
      String words,
      Set<String> texts,
      Map<CitedSentences.Place, ArticleVersion> found) {
    for (var sentence : hit.sentences()) {
      var text = comparable(sentence, source);
      if (!text.isEmpty() && words.contains(text) && texts.add(text)) {
        found.put(
            new CitedSentences.Place(source.article().id(), source.version(), sentence), source);
      }
    }
  }

  private List<Hit> hits(String statement) {
    return index.search(snapshot -> snapshot.searchLexical(statement, Filters.NONE, PASSAGES));
  }

  private Optional<ArticleVersion> current(Hit hit) {
    return archive.find(hit.articleId()).filter(source -> source.version().equals(hit.version()));
  }

  private static String comparable(Span sentence, ArticleVersion source) {
    var text = sentence.of(source.article().text());
    return text.isBlank() ? "" : comparable(text);
  }

  /// The words as in a statement, without those in brackets.
  private static String comparable(String text) {
    var statement = new Statement(text, List.of(1), Support.VERBATIM).text();
    return BRACKETS.matcher(statement).replaceAll("");
  }
}
