package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.misplaced.app.OpensTheEngine;
import org.dossier.misplaced.database.ServesItself;
import org.dossier.misplaced.inference.RunsAsItMay;
import org.dossier.misplaced.retrieval.BypassesThePort;
import org.dossier.misplaced.retrieval.ReadsTheDatabase;
import org.dossier.misplaced.slack.AsksItsSibling;
import org.dossier.misplaced.text.KnowsArticles;
import org.dossier.misplaced.text.SearchesItself;
import org.dossier.misplaced.text.left.UsesRight;
import org.dossier.misplaced.util.Helper;
import org.dossier.misplaced.web.OpensTheDatabase;
import org.dossier.misplaced.web.RunsTheModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageOrderTest {
  private static final PackageOrder ORDER = new PackageOrder("org.dossier");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.dossier");

  /// Classes in the wrong packages, against which the same rules must fail.
  private static final PackageOrder MISPLACED_ORDER = new PackageOrder("org.dossier.misplaced");

  private static final JavaClasses MISPLACED =
      new ClassFileImporter().importPackages("org.dossier.misplaced");

  static Stream<ArchRule> rules() {
    return Stream.of(
        ORDER.eachUsesOnlyThoseBelow(),
        ORDER.subPackagesHaveNoCycles(),
        ORDER.onlySearchUsesLucene(),
        ORDER.onlySearchUsesTheOpenSearchClient(),
        ORDER.onlyTheCompositionRootUsesSearchEngines(),
        ORDER.onlyModelClientsUseModelLibraries(),
        ORDER.onlyStoresUseJdbi(),
        ORDER.onlyDatabaseAndArchiveUseJdbc(),
        ORDER.onlySurfacesUseTheFramework(),
        ORDER.noNameIsEmpty(),
        ORDER.eachIsNullMarked());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProductFollowsTheRule(ArchRule rule) {
    rule.check(PRODUCT);
  }

  /// A larger package has layers that deserve packages of their own.
  @Test
  void noPackageHasMoreThan35Files() {
    var files =
        PRODUCT.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files)
        .isNotEmpty()
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(35));
  }

  static Stream<Arguments> misplacedClasses() {
    return Stream.of(
        arguments(MISPLACED_ORDER.eachUsesOnlyThoseBelow(), KnowsArticles.class),
        arguments(MISPLACED_ORDER.eachUsesOnlyThoseBelow(), AsksItsSibling.class),
        arguments(MISPLACED_ORDER.eachUsesOnlyThoseBelow(), Helper.class),
        arguments(MISPLACED_ORDER.subPackagesHaveNoCycles(), UsesRight.class),
        arguments(MISPLACED_ORDER.onlySearchUsesLucene(), SearchesItself.class),
        arguments(MISPLACED_ORDER.onlyTheCompositionRootUsesSearchEngines(), BypassesThePort.class),
        arguments(MISPLACED_ORDER.onlyModelClientsUseModelLibraries(), RunsTheModel.class),
        arguments(MISPLACED_ORDER.onlyStoresUseJdbi(), ReadsTheDatabase.class),
        arguments(MISPLACED_ORDER.onlyDatabaseAndArchiveUseJdbc(), OpensTheDatabase.class),
        arguments(MISPLACED_ORDER.onlySurfacesUseTheFramework(), ServesItself.class),
        arguments(MISPLACED_ORDER.noNameIsEmpty(), Helper.class),
        arguments(MISPLACED_ORDER.eachIsNullMarked(), Helper.class));
  }

  @ParameterizedTest
  @MethodSource("misplacedClasses")
  void aMisplacedClassViolatesTheRule(ArchRule rule, Class<?> misplaced) {
    assertThat(violations(rule)).anyMatch(violation -> violation.contains(misplaced.getName()));
  }

  static Stream<Arguments> wellPlacedClasses() {
    return Stream.of(
        arguments(MISPLACED_ORDER.eachUsesOnlyThoseBelow(), RunsAsItMay.class),
        arguments(MISPLACED_ORDER.onlyModelClientsUseModelLibraries(), RunsAsItMay.class),
        arguments(MISPLACED_ORDER.onlyTheCompositionRootUsesSearchEngines(), OpensTheEngine.class),
        arguments(MISPLACED_ORDER.noNameIsEmpty(), RunsAsItMay.class),
        arguments(MISPLACED_ORDER.eachIsNullMarked(), KnowsArticles.class));
  }

  @ParameterizedTest
  @MethodSource("wellPlacedClasses")
  void aWellPlacedClassFollowsTheRule(ArchRule rule, Class<?> wellPlaced) {
    assertThat(violations(rule)).noneMatch(violation -> violation.contains(wellPlaced.getName()));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(MISPLACED).getFailureReport().getDetails();
  }
}
