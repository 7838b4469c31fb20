package org.dossier.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.reprint.ReprintDetector;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.archive.reprint.SampleTexts;
import org.dossier.database.Database;

/// Measures the detection of reprints on the articles of an archive: lists the groups that it finds
/// among them, then adds edited reprints of random articles under other headlines and counts how
/// many are found, and how many are taken for a reprint of another article.
///
/// Arguments: a data folder, which is not changed. Output: one line per group and per kind of edit.
final class ReprintMeasurement {
  private static final int PLANTED = 100;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern SPACE = Pattern.compile(" ");

  private final Random random = new Random(20_221_203);
  private final SampleTexts texts = new SampleTexts(7);
  private final List<Article> articles;
  private final Archive archive;
  private final ReprintDetector detector;
  private final Reprints reprints;

  private ReprintMeasurement(Database database) {
    this.archive = new Archive(database, Clock.systemUTC());
    this.articles =
        archive.list(null, Integer.MAX_VALUE).stream().map(ArticleVersion::article).toList();
    this.detector = new ReprintDetector(database, archive, ReprintSettings.DEFAULT);
    this.reprints = new Reprints(database, archive, ReprintSettings.DEFAULT);
  }

  public static void main(String[] arguments) throws Exception {
    try (var folder = TemporaryFolder.make()) {
      try (var files = Files.newDirectoryStream(Path.of(arguments[0]), "archive.db*")) {
        for (var file : files) {
          Files.copy(file, folder.path().resolve(file.getFileName()));
        }
      }
      try (var database = Database.open(folder.path().resolve("archive.db"))) {
        new ReprintMeasurement(database).run();
      }
    }
  }

  /// A way to edit a text.
  private interface Edit {
    String apply(String text, double share);
  }

  private void run() {
    long start = System.nanoTime();
    detect();
    System.out.printf(
        Locale.ROOT,
        "%d articles compared in %.2f s%n",
        articles.size(),
        (System.nanoTime() - start) / 1e9);
    printGroups();
    for (double share : List.of(0.0, 0.1, 0.2, 0.3, 0.4)) {
      plant("words exchanged", share, texts::edited);
      plant("sentences left out", share, this::leaveOut);
      plant("sentences replaced", share, this::replace);
      plant("end cut", share, this::cut);
    }
  }

  private void detect() {
    while (detector.step()) {
      // Each step processes some changes.
    }
  }

  private void printGroups() {
    var groups = new TreeMap<Long, List<Article>>();
    var ids = articles.stream().map(Article::id).toList();
    var found = reprints.groups(ids);
    for (var article : articles) {
      var group = found.get(article.id());
      if (group != null) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(article);
      }
    }
    System.out.printf("%d articles in %d groups%n", found.size(), groups.size());
    groups
        .values()
        .forEach(group ->
            System.out.println(
                group.stream()
                    .map(a -> "%s %s “%s”".formatted(a.publisher(), a.published(), a.headline()))
                    .toList()));
  }

  private void plant(String kind, double share, Edit edit) {
    var originals = new ArrayList<>(articles);
    Collections.shuffle(originals, random);
    int found = 0;
    int wrong = 0;
    var planted = new ArrayList<Article>();
    for (var original : originals.subList(0, PLANTED)) {
      planted.add(
          new Article(
              "planted-" + planted.size(),
              texts.text(12),
              "Planted Gazette",
              List.of(),
              null,
              original.language(),
              original.published(),
              false,
              null,
              edit.apply(original.text(), share)));
    }
    archive.put(planted);
    detect();
    for (int i = 0; i < PLANTED; i++) {
      var original = originals.get(i).id();
      var same =
          reprints.of("planted-" + i).stream().map(version -> version.article().id()).toList();
      found += same.contains(original) ? 1 : 0;
      wrong += same.isEmpty() || same.contains(original) ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %.0f %%: %d of %d found, %d with another article%n",
        kind,
        100 * share,
        found,
        PLANTED,
        wrong);
    archive.deleteAll(planted.stream().map(Article::id).toList());
    detect();
  }

  private String leaveOut(String text, double share) {
    var left = new ArrayList<String>();
    for (var sentence : SENTENCE_END.splitAsStream(text).toList()) {
      if (random.nextDouble() >= share) {
        left.add(sentence);
      }
    }
    return left.isEmpty() ? text : String.join(" ", left);
  }

  private String replace(String text, double share) {
    var replaced = new ArrayList<String>();
    for (var sentence : SENTENCE_END.splitAsStream(text).toList()) {
      replaced.add(
          random.nextDouble() < share
              ? texts.text((int) SPACE.splitAsStream(sentence).count())
              : sentence);
    }
    return String.join(" ", replaced);
  }

  private String cut(String text, double share) {
    var sentences = SENTENCE_END.splitAsStream(text).toList();
    return String.join(" ", sentences.subList(0, (int) Math.ceil(sentences.size() * (1 - share))));
  }
}
