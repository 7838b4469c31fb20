package org.dossier.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The configuration of the image for container runtimes.
///
/// @param labels the labels that do not depend on the build
record Image(
    String user,
    String folder,
    Map<String, String> environment,
    List<String> entrypoint,
    List<String> arguments,
    List<String> ports,
    List<String> volumes,
    Map<String, String> labels) {

  private static final Pattern ASSIGNMENT = Pattern.compile("([\\w.]+)=(?:\"([^\"]*)\"|(\\S+))");

  /// The image of `./dossier image`.
  static Image ofJib() throws IOException {
    var container = child(jib(), "container");
    var labels = byName(child(container, "labels"));
    labels.values().removeIf(value -> value.startsWith("${"));
    return new Image(
        text(container, "user"),
        text(container, "workingDirectory"),
        byName(child(container, "environment")),
        texts(child(container, "entrypoint")),
        texts(child(container, "args")),
        texts(child(container, "ports")),
        texts(child(container, "volumes")),
        labels);
  }

  /// The image of the last stage of the Dockerfile.
  static Image ofDockerfile() throws IOException {
    var all = Files.readString(Path.of("Dockerfile")).replace("\\\n", " ");
    var stage = all.substring(all.lastIndexOf("\nFROM ") + 1);
    return new Image(
        instruction(stage, "USER"),
        instruction(stage, "WORKDIR"),
        assignments(instruction(stage, "ENV")),
        array(instruction(stage, "ENTRYPOINT")),
        array(instruction(stage, "CMD")),
        List.of(instruction(stage, "EXPOSE")),
        List.of(instruction(stage, "VOLUME")),
        assignments(instruction(stage, "LABEL")));
  }

  /// The id of the user that it runs as.
  long userId() {
    return Long.parseLong(user.substring(0, user.indexOf(':')));
  }

  private static Element jib() throws IOException {
    try {
      var document =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(Path.of("image/pom.xml").toFile());
      return (Element) document.getElementsByTagName("configuration").item(0);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("image/pom.xml cannot be read", e);
    }
  }

  private static Stream<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children.stream();
  }

  private static Element child(Element parent, String name) {
    return children(parent)
        .filter(each -> each.getTagName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  private static List<String> texts(Element parent) {
    return children(parent).map(Node::getTextContent).toList();
  }

  private static Map<String, String> byName(Element parent) {
    var values = new TreeMap<String, String>();
    children(parent).forEach(child -> values.put(child.getTagName(), child.getTextContent()));
    return values;
  }

  private static String instruction(String stage, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " (.+)$").matcher(stage);
    if (!line.find()) {
      throw new AssertionError("the Dockerfile has no " + name);
    }
    return line.group(1).strip();
  }

  private static List<String> array(String json) throws IOException {
    var values = new ArrayList<String>();
    for (JsonNode value : new ObjectMapper().readTree(json)) {
      values.add(value.asText());
    }
    return values;
  }

  private static Map<String, String> assignments(String line) {
    var values = new TreeMap<String, String>();
    ASSIGNMENT
        .matcher(line)
        .results()
        .forEach(each ->
            values.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2)));
    return values;
  }
}
