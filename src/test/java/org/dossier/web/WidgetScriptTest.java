package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The widget script as pages load it.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class WidgetScriptTest {
  private static final Path MODULES = Path.of("src/main/resources/widget");
  private static final Pattern TEXT = Pattern.compile("(?m)^  '?([\\w-]+)'?: '(.*)',$");
  private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

  @Test
  void theScriptIsSmall() throws IOException {
    assertThat(zipped(Api.get("/widget.js").body())).hasSizeLessThan(23 * 1024);
  }

  @Test
  void theIntegrityHashMatchesTheServedScript() throws Exception {
    var served = Api.get("/widget.js");
    var start = Jsoup.parse(Api.page("/").body());

    var hash = MessageDigest.getInstance("SHA-384").digest(utf8(served.body()));
    var integrity = "sha384-" + Base64.getEncoder().encodeToString(hash);
    assertThat(start.select("script").attr("integrity")).isEqualTo(integrity);
    assertThat(start.select("pre").text()).contains(integrity);
    assertThat(served.headers().firstValue("access-control-allow-origin")).hasValue("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widget.js", "/check.js"})
  void unchangedScriptsAreNotSentAgain(String path) {
    var tag = Api.get(path).headers().firstValue("etag").orElseThrow();

    var again = Api.send("GET", path, null, Map.of("If-None-Match", tag));

    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widget.js", "/check.js"})
  void theScriptIsSelfContainedAndParsesNoMarkup(String path) {
    var script = Api.get(path).body();

    assertThat(script).doesNotContainPattern("(?m)^(import|export) ");
    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(");
  }

  @Test
  void everyLanguageHasEveryText() throws IOException {
    var english = texts("en");
    assertThat(english).hasSizeGreaterThan(40);
    for (var language : List.of("ar", "de", "es", "fa", "fr", "ru")) {
      var texts = texts(language);
      assertThat(texts.keySet()).as(language).isEqualTo(english.keySet());
      english.forEach((name, text) ->
          assertThat(blanks(texts.getOrDefault(name, ""))).as(name).isEqualTo(blanks(text)));
      assertThat(texts).as(language).doesNotContainValue("");
    }
  }

  private static Map<String, String> texts(String language) throws IOException {
    var texts = new TreeMap<String, String>();
    TEXT.matcher(Files.readString(MODULES.resolve("texts/" + language + ".js")))
        .results()
        .forEach(text -> texts.put(text.group(1), text.group(2)));
    return texts;
  }

  private static List<String> blanks(String text) {
    return BLANK.matcher(text).results().map(blank -> blank.group()).sorted().toList();
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(utf8(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
