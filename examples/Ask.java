import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks Dossier a question and prints each statement as soon as the server has verified it, then the citations.
/// Needs Java 21 or later, and no libraries.
///
///     java Ask.java "When did Iran and Russia sign the strategic cooperation agreement?"
///
/// Environment: `DOSSIER_URL` (default `http://127.0.0.1:8080`), `DOSSIER_TOKEN` (an access token, if the server
/// requires one). Exit codes: 0 answered, 1 the request failed, 2 wrong usage, 3 abstained, 4 only related sentences,
/// 5 a question back.
public final class Ask {
  private static final String URL = Objects.requireNonNullElse(System.getenv("DOSSIER_URL"), "http://127.0.0.1:8080");
  private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

  private Ask() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: java Ask.java QUESTION");
      System.exit(2);
    }
    try {
      System.exit(ask(arguments[0]));
    } catch (IOException e) {
      System.err.println(e.getMessage() == null ? e : e.getMessage());
      System.exit(1);
    }
  }

  private static int ask(String message) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(URL + "/api/chat"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString("{\"message\": " + Json.string(message) + "}"));
    var token = System.getenv("DOSSIER_TOKEN");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request.build(), BodyHandlers.ofLines());
      try (var lines = response.body()) {
        if (response.statusCode() == 200) {
          return show(lines);
        }
        // An error of the server is a problem document (RFC 9457). A proxy may send something else.
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
          throw problem(Json.object(lines.collect(Collectors.joining("\n"))));
        }
        throw new IOException("the server responded with status " + response.statusCode());
      }
    }
  }

  private static IOException problem(Map<String, Object> problem) {
    var title = problem.get("status") + " " + problem.get("title");
    return new IOException(problem.get("detail") == null ? title : title + ": " + problem.get("detail"));
  }

  /// Prints server-sent events. Every event of Dossier has a name and one line of JSON.
  private static int show(Stream<String> lines) throws IOException {
    var name = "";
    var introduced = false;
    for (var line : (Iterable<String>) lines::iterator) {
      if (line.startsWith("event:")) {
        name = line.substring("event:".length());
      } else if (line.startsWith("data:")) {
        var data = line.substring("data:".length());
        switch (name) {
          case "statement" -> {
            var statement = Json.object(data);
            if (!introduced && "related".equals(statement.get("status"))) {
              OUT.println("No article states this directly. Closest:");
              introduced = true;
            }
            showStatement(statement);
          }
          case "done" -> {
            return showEnd(Json.object(data));
          }
          case "error" -> throw problem(Json.object(data));
          default -> {} // The evidence is not shown.
        }
      }
    }
    throw new IOException("the connection broke before the end of the reply");
  }

  private static void showStatement(Map<String, Object> statement) {
    OUT.print(statement.get("text"));
    for (var number : (List<?>) statement.get("citations")) {
      OUT.print(" [" + number + "]");
    }
    OUT.println();
  }

  /// Prints the rest of a reply, whose statements were printed before, and returns the exit code.
  private static int showEnd(Map<String, Object> reply) {
    switch (String.valueOf(reply.get("status"))) {
      case "abstained" -> {
        var abstention = (Map<?, ?>) reply.get("abstention");
        OUT.println("No answer: " + abstention.get("explanation"));
        for (var article : objects(abstention.get("nearest"))) {
          OUT.println("- " + article.get("title") + " (" + article.get("id") + ")");
        }
        return 3;
      }
      case "clarify" -> {
        // To ask a choice, send it as the next message, with the `conversation` of the reply.
        var clarification = (Map<?, ?>) reply.get("clarification");
        OUT.println(clarification.get("text"));
        ((List<?>) clarification.get("choices")).forEach(choice -> OUT.println("- " + choice));
        return 5;
      }
      case "about" -> OUT.println(reply.get("answer"));
      case "related" -> {
        showCitations(reply);
        return 4;
      }
      default -> showCitations(reply);
    }
    return 0;
  }

  private static void showCitations(Map<String, Object> reply) {
    for (var citation : objects(reply.get("citations"))) {
      var article = (Map<?, ?>) citation.get("article");
      var source =
          Stream.of("title", "publisher", "published")
              .map(article::get)
              .filter(Objects::nonNull)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      OUT.println();
      OUT.println("[" + citation.get("number") + "] " + source);
      OUT.println("    “" + citation.get("quote") + "”");
      OUT.println("    " + URL + citation.get("link"));
    }
  }

  private static List<Map<?, ?>> objects(Object array) {
    var objects = new ArrayList<Map<?, ?>>();
    ((List<?>) array).forEach(each -> objects.add((Map<?, ?>) each));
    return objects;
  }

  /// A small JSON parser, since the JDK has none: objects are maps, arrays are lists, numbers are text. A program with
  /// libraries should use Jackson or Gson instead.
  private static final class Json {
    private static final Pattern TOKEN =
        Pattern.compile(
            "\\s*+(?:([\\[\\]{},:])|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(true|false|null)|(-?\\d[\\d.eE+-]*))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))");

    private final Matcher token;
    private int end;

    private Json(String text) {
      token = TOKEN.matcher(text);
      next();
    }

    static Map<String, Object> object(String text) {
      if (new Json(text).value() instanceof Map<?, ?> map) {
        var object = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> object.put((String) name, value));
        return object;
      }
      throw new IllegalArgumentException("this is not a JSON object");
    }

    static String string(String text) {
      var json = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        json.append(c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", (int) c) : c);
      }
      return json.append('"').toString();
    }

    private void next() {
      if (!token.region(end, token.regionEnd()).lookingAt()) {
        throw new IllegalArgumentException("this is not JSON");
      }
      end = token.end();
    }

    private boolean is(String punctuation) {
      return punctuation.equals(token.group(1));
    }

    private Object value() {
      if (is("{")) {
        return members();
      } else if (is("[")) {
        return elements();
      } else if (token.group(2) != null) {
        return unescaped(token.group(2));
      } else if (token.group(3) != null) {
        return token.group(3).equals("null") ? null : Boolean.valueOf(token.group(3));
      }
      return token.group(4);
    }

    private Map<String, Object> members() {
      var members = new LinkedHashMap<String, Object>();
      next();
      while (!is("}")) {
        var name = unescaped(token.group(2));
        next(); // the colon
        next();
        members.put(name, value());
        skipComma();
      }
      return members;
    }

    private List<Object> elements() {
      var elements = new ArrayList<Object>();
      next();
      while (!is("]")) {
        elements.add(value());
        skipComma();
      }
      return elements;
    }

    private void skipComma() {
      next();
      if (is(",")) {
        next();
      }
    }

    private static String unescaped(String text) {
      return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
      return escape.group(1) != null
          ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
          : switch (escape.group(2)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> escape.group(2);
          };
    }
  }
}
