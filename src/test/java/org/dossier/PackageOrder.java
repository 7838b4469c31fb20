package org.dossier;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/// The order of the packages below `root`, and the libraries that each may use, as rules for a set
/// of classes.
record PackageOrder(String root) {

  /// From the lowest to the highest. The packages on one line are siblings, which do not depend on
  /// each other.
  private static final List<Set<String>> ORDER =
      List.of(
          Set.of("text", "instrumentation"),
          Set.of("database"),
          Set.of("archive", "auth", "concurrent"),
          Set.of("inference", "link"),
          Set.of("llm"),
          Set.of("search"),
          Set.of("question"),
          Set.of("retrieval", "maintenance"),
          Set.of("verification"),
          Set.of("answer"),
          Set.of("chat"),
          Set.of("observability"),
          Set.of("ingestion"),
          Set.of("web", "slack", "evaluation"),
          Set.of("cli"),
          Set.of("app"));

  /// Names that describe the kind of classes in a package but not its subject.
  private static final Set<String> EMPTY_NAMES = Set.of("util", "common", "dto", "service", "impl");

  ArchRule eachUsesOnlyThoseBelow() {
    return classes().should(useOnlyPackagesBelow());
  }

  /// A package and its sub-packages depend on each other in one direction only.
  ArchRule subPackagesHaveNoCycles() {
    return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule onlySearchUsesLucene() {
    return onlyIn("search.lucene", "search.analysis").mayUse("org.apache.lucene..");
  }

  ArchRule onlySearchUsesTheOpenSearchClient() {
    return onlyIn("search.opensearch").mayUse("org.opensearch..", "org.apache.hc..");
  }

  /// All others use the search port.
  ArchRule onlyTheCompositionRootUsesSearchEngines() {
    return onlyIn("search.lucene", "search.opensearch", "app")
        .mayUse(root + ".search.lucene..", root + ".search.opensearch..");
  }

  ArchRule onlyModelClientsUseModelLibraries() {
    return onlyIn("llm", "inference").mayUse("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..");
  }

  ArchRule onlyStoresUseJdbi() {
    return onlyIn("database", "archive", "auth", "maintenance", "chat", "slack")
        .mayUse("org.jdbi..");
  }

  ArchRule onlyDatabaseAndArchiveUseJdbc() {
    return onlyIn("database", "archive").mayUse("java.sql..");
  }

  ArchRule onlySurfacesUseTheFramework() {
    return onlyIn("web", "slack", "cli", "app")
        .mayUse("jakarta.ws.rs..", "io.quarkus..", "io.vertx..");
  }

  ArchRule noNameIsEmpty() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            EMPTY_NAMES.stream().map(name -> ".." + name + "..").toArray(String[]::new));
  }

  ArchRule eachIsNullMarked() {
    return classes().should(be(inNullMarkedPackage()));
  }

  private static DescribedPredicate<JavaClass> inNullMarkedPackage() {
    return DescribedPredicate.describe(
        "in a package whose package-info says @NullMarked",
        type ->
            type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false));
  }

  private ArchCondition<JavaClass> useOnlyPackagesBelow() {
    return new ArchCondition<>("use only packages below their own in " + ORDER) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (rank(type) < 0) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " is in no package of the order"));
          return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass();
          if (isOurs(used) && !mayUse(type, used)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private boolean mayUse(JavaClass type, JavaClass used) {
    return part(type).equals(part(used)) || rank(used) < rank(type);
  }

  private boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(root);
  }

  /// The index of a class's line in the order, or -1.
  private int rank(JavaClass type) {
    String part = part(type);
    return IntStream.range(0, ORDER.size())
        .filter(line -> ORDER.get(line).contains(part))
        .findFirst()
        .orElse(-1);
  }

  /// The part of a class: `search` for a class of `org.dossier.search.lucene`; empty for a class in
  /// the root package itself.
  private String part(JavaClass type) {
    String below = type.getPackageName().substring(root.length());
    return below.isEmpty() ? below : below.substring(1).split("\\.", 2)[0];
  }

  private Owners onlyIn(String... packages) {
    return new Owners(
        Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
  }

  private static final class Owners {
    private final String[] packages;

    Owners(String... packages) {
      this.packages = packages;
    }

    ArchRule mayUse(String... libraries) {
      return noClasses()
          .that()
          .resideOutsideOfPackages(packages)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(libraries);
    }
  }
}
