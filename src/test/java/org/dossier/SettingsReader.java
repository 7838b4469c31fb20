package org.dossier;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.dossier.ConfigurationReference.Setting;
import org.jspecify.annotations.Nullable;

/// A reader of settings from the sources of `@ConfigMapping` interfaces, which are the only place
/// of their documentation.
final class SettingsReader extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final DocTrees documentation;
  private final Map<String, TreePath> interfaces = new HashMap<>();
  private final Map<String, Setting> settings = new TreeMap<>();

  private SettingsReader(DocTrees documentation) {
    this.documentation = documentation;
  }

  /// The settings by name.
  static Map<String, Setting> read(Path sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var paths = Files.walk(sources)) {
      var units =
          files.getJavaFileObjectsFromPaths(
              paths.filter(Files::isRegularFile).filter(SettingsReader::hasSettings).toList());
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      var settings = new TreeMap<String, Setting>();
      for (var unit : task.parse()) {
        var reader = new SettingsReader(DocTrees.instance(task));
        reader.scan(unit, null);
        reader.collect();
        settings.putAll(reader.settings);
      }
      return settings;
    }
  }

  private static boolean hasSettings(Path source) {
    try {
      return Files.readString(source).contains("@ConfigMapping(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
    interfaces.put(type.getSimpleName().toString(), getCurrentPath());
    return super.visitClass(type, null);
  }

  private void collect() {
    for (var path : interfaces.values()) {
      var type = (ClassTree) path.getLeaf();
      annotation(type.getModifiers(), ConfigMapping.class)
          .ifPresent(mapping -> collect(path, value(mapping)));
    }
  }

  private void collect(TreePath type, String prefix) {
    for (var member : ((ClassTree) type.getLeaf()).getMembers()) {
      if (member instanceof MethodTree method) {
        var path = new TreePath(type, member);
        var name = name(method, prefix);
        var group = interfaces.get(String.valueOf(method.getReturnType()));
        if (group != null && group.getLeaf().getKind() == Tree.Kind.INTERFACE) {
          collect(group, name);
        } else {
          settings.put(name, new Setting(name, byDefault(method), firstParagraph(path)));
        }
      }
    }
  }

  private static String name(MethodTree method, String prefix) {
    if (annotation(method.getModifiers(), WithParentName.class).isPresent()) {
      return prefix;
    }
    var own =
        annotation(method.getModifiers(), WithName.class)
            .map(SettingsReader::value)
            .orElseGet(() ->
                method
                    .getName()
                    .toString()
                    .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                    .toLowerCase(Locale.ROOT));
    return prefix + "." + own;
  }

  private static String byDefault(MethodTree method) {
    return annotation(method.getModifiers(), WithDefault.class)
        .map(SettingsReader::value)
        .orElse("");
  }

  private String firstParagraph(TreePath method) {
    var words = Optional.ofNullable(documentation.getDocComment(method)).orElse("");
    return words.strip().split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ");
  }

  private static Optional<AnnotationTree> annotation(ModifiersTree modifiers, Class<?> wanted) {
    return modifiers.getAnnotations().stream()
        .map(AnnotationTree.class::cast)
        .filter(found -> found.getAnnotationType().toString().equals(wanted.getSimpleName()))
        .findFirst();
  }

  /// The value of an annotation with a single string argument.
  private static String value(AnnotationTree annotation) {
    var argument = annotation.getArguments().getFirst();
    var value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
    if (value instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    throw new AssertionError("no plain string: " + annotation);
  }
}
