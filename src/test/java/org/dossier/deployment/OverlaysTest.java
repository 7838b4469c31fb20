package org.dossier.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.Settings;
import org.dossier.cli.command.EmbedCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/// The output of `kubectl kustomize` for the overlays, compared with the image and the application.
class OverlaysTest {
  /// Variables that are read from the environment and are no settings, so that no dump of the
  /// settings contains them.
  private static final Set<String> SECRETS =
      Set.of(
          "DOSSIER_DATABASE_PASSWORD",
          "DOSSIER_SEARCH_USER",
          "DOSSIER_SEARCH_PASSWORD",
          "DOSSIER_TOKEN",
          "POD");

  private static final Map<Overlay, Rendering> RENDERED = new EnumMap<>(Overlay.class);

  /// The overlays, and one of them with all components.
  enum Overlay {
    SINGLE,
    SHARED,
    DISTRIBUTED,
    SINGLE_WITH_ALL_COMPONENTS,
    DISTRIBUTED_WITH_MODEL
  }

  @BeforeAll
  static void render(@TempDir Path folder) throws Exception {
    assumeTrue(Rendering.isPossible(), "there is no kubectl on the PATH to render the overlays");
    RENDERED.put(Overlay.SINGLE, Rendering.of(folder, "single"));
    RENDERED.put(Overlay.SHARED, Rendering.of(folder, "shared"));
    RENDERED.put(Overlay.DISTRIBUTED, Rendering.of(folder, "distributed"));
    RENDERED.put(
        Overlay.SINGLE_WITH_ALL_COMPONENTS,
        Rendering.of(folder, "single", "gateway", "model", "slack"));
    RENDERED.put(Overlay.DISTRIBUTED_WITH_MODEL, Rendering.of(folder, "distributed", "model"));
  }

  // The application's settings

  @ParameterizedTest
  @EnumSource
  void everyVariableIsASettingOrASecret(Overlay overlay) throws IOException {
    var known = new TreeSet<>(SECRETS);
    Settings.withDefaults().keySet().forEach(setting -> known.add(Settings.variable(setting)));
    var documented = Files.readString(Path.of("docs/reference/configuration.md"));

    assertThat(variables(rendered(overlay)))
        .isNotEmpty()
        .allSatisfy(name -> {
          if (name.startsWith("QUARKUS_")) {
            assertThat(documented.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .contains("`" + name + "`");
          } else {
            assertThat(known).contains(name);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theTerminationGracePeriodCoversStreams(Overlay overlay) {
    var pod = rendered(overlay).server().getSpec();
    long preStop =
        pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();
    long grace = Settings.duration("dossier.web.shutdown-grace-period").toSeconds();

    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(preStop + grace + 5);
  }

  @ParameterizedTest
  @EnumSource
  void serviceLinksAreDisabled(Overlay overlay) {
    // Otherwise a service named dossier would set DOSSIER_PORT.
    assertThat(rendered(overlay).pods())
        .allSatisfy(pod -> assertThat(pod.getSpec().getEnableServiceLinks()).isFalse());
  }

  @Test
  void onlyTheSharedOverlayNamesADatabase() {
    assertThat(variables(rendered(Overlay.SHARED)))
        .contains("DOSSIER_DATABASE_URL", "DOSSIER_DATABASE_USER", "DOSSIER_DATABASE_PASSWORD");
    assertThat(variables(rendered(Overlay.SINGLE)))
        .noneMatch(name -> name.startsWith("DOSSIER_DATABASE"));
  }

  @Test
  void onlyTheDistributedOverlayNamesASearchEngineAndNeedsNoVolume() {
    assertThat(variables(rendered(Overlay.DISTRIBUTED)))
        .contains("DOSSIER_DATABASE_URL", "DOSSIER_SEARCH_URL", "DOSSIER_SEARCH_PASSWORD");
    assertThat(rendered(Overlay.DISTRIBUTED).all(StatefulSet.class)).isEmpty();
    assertThat(rendered(Overlay.DISTRIBUTED).server().getSpec().getVolumes())
        .filteredOn(volume -> volume.getName().equals("data"))
        .singleElement()
        .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull());
    assertThat(variables(rendered(Overlay.SHARED)))
        .noneMatch(name -> name.startsWith("DOSSIER_SEARCH"));
  }

  @Test
  void workersComputeTheVectorsOfTheDistributedOverlay() {
    var rendering = rendered(Overlay.DISTRIBUTED);
    var workers =
        rendering.all(Deployment.class).stream()
            .filter(each -> each.getMetadata().getName().equals("dossier-embed"))
            .map(each -> each.getSpec().getTemplate())
            .toList();

    assertThat(workers)
        .singleElement()
        .satisfies(pod -> {
          assertThat(pod.getSpec().getContainers().getFirst().getArgs()).containsExactly("embed");
          assertThat(waysOut(rendering, pod)).containsExactly("53", "5432");
        });
    assertThat(new CommandLine(new EmbedCommand()).getCommandName()).isEqualTo("embed");
    assertThat(rendering.all(ConfigMap.class))
        .anySatisfy(settings ->
            assertThat(settings.getData()).containsEntry("DOSSIER_EMBED_WHILE_SERVING", "false"));
  }

  // The image

  @ParameterizedTest
  @EnumSource
  void thePodFitsTheImage(Overlay overlay) throws IOException {
    var image = Image.ofJib();
    var server = rendered(overlay).server().getSpec().getContainers().getFirst();

    assertThat(rendered(overlay).pods())
        .allSatisfy(pod -> {
          var context = pod.getSpec().getSecurityContext();
          assertThat(context.getRunAsUser()).isEqualTo(image.userId());
          assertThat(context.getFsGroup()).isEqualTo(image.userId());
        });
    assertThat(server.getPorts().stream().map(ContainerPort::getContainerPort).map(String::valueOf))
        .containsExactlyElementsOf(image.ports());
    assertThat(server.getVolumeMounts().stream().map(VolumeMount::getMountPath))
        .containsAll(image.volumes())
        .contains(image.environment().get("HOME"));
    assertThat(rendered(overlay).containers())
        .allSatisfy(container -> {
          assertThat(container.getCommand()).isEmpty();
          assertThat(container.getImage()).startsWith("dossier:");
        });
  }

  @ParameterizedTest
  @EnumSource
  void probesUseTheMatchingHealthChecks(Overlay overlay) {
    var server = rendered(overlay).server().getSpec().getContainers().getFirst();

    assertThat(path(server.getStartupProbe())).isEqualTo("/q/health/started");
    assertThat(path(server.getReadinessProbe())).isEqualTo("/q/health/ready");
    assertThat(path(server.getLivenessProbe())).isEqualTo("/q/health/live");
  }

  // The requirements of the cluster

  @ParameterizedTest
  @EnumSource
  void podsMeetTheRestrictedLevel(Overlay overlay) {
    assertThat(rendered(overlay).pods())
        .allSatisfy(pod -> {
          assertThat(RestrictedPods.violations(pod.getSpec())).isEmpty();
          assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
        });
  }

  @Test
  void aPodThatViolatesTheLevelIsFound() {
    var pod = rendered(Overlay.SINGLE).server().getSpec();
    var lax =
        pod.edit()
            .editSecurityContext()
            .withRunAsNonRoot(null)
            .endSecurityContext()
            .editFirstContainer()
            .editSecurityContext()
            .withReadOnlyRootFilesystem(false)
            .endSecurityContext()
            .endContainer()
            .addNewVolume()
            .withName("node")
            .withNewHostPath("/", "Directory")
            .endVolume()
            .build();

    assertThat(RestrictedPods.violations(lax))
        .containsExactly("root", "volume node", "writable root");
  }

  @ParameterizedTest
  @EnumSource
  void everyContainerHasResources(Overlay overlay) {
    assertThat(rendered(overlay).containers())
        .allSatisfy(container -> {
          assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
          assertThat(container.getResources().getLimits()).containsKey("memory");
        });
  }

  // The references among the parts

  @ParameterizedTest
  @EnumSource
  void selectorsMatchTheServerAndNoOtherPod(Overlay overlay) {
    var rendering = rendered(overlay);

    assertThat(
            Stream.concat(
                Stream.of(
                    serverSelector(rendering),
                    rendering
                        .only(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels()),
                rendering.all(Service.class).stream()
                    .map(service -> service.getSpec().getSelector())))
        .allSatisfy(selector ->
            assertThat(rendering.pods().stream().filter(pod -> carries(pod, selector)))
                .containsExactly(rendering.server()));
    assertThat(rendering.all(StatefulSet.class))
        .allSatisfy(set ->
            assertThat(names(rendering.all(Service.class)))
                .contains(set.getSpec().getServiceName()));
  }

  private static Map<String, String> serverSelector(Rendering rendering) {
    return switch (rendering.serverSet()) {
      case StatefulSet set -> set.getSpec().getSelector().getMatchLabels();
      case Deployment deployment -> deployment.getSpec().getSelector().getMatchLabels();
      case HasMetadata other -> throw new AssertionError(other.getKind());
    };
  }

  @ParameterizedTest
  @EnumSource
  void portsAreThoseOfTheServer(Overlay overlay) {
    var names =
        rendered(overlay).server().getSpec().getContainers().getFirst().getPorts().stream()
            .map(ContainerPort::getName)
            .collect(Collectors.toSet());

    assertThat(rendered(overlay).all(Service.class))
        .flatMap(service -> service.getSpec().getPorts())
        .allSatisfy(port -> assertThat(names).contains(port.getTargetPort().getStrVal()));
  }

  @ParameterizedTest
  @EnumSource
  void referencedObjectsExist(Overlay overlay) {
    var rendering = rendered(overlay);
    var configMaps = names(rendering.all(ConfigMap.class));

    assertThat(rendering.containers())
        .flatMap(Container::getEnvFrom)
        .extracting(EnvFromSource::getConfigMapRef)
        .filteredOn(Objects::nonNull)
        .allSatisfy(reference -> assertThat(configMaps).contains(reference.getName()));
    assertThat(rendering.all(HorizontalPodAutoscaler.class))
        .allSatisfy(scaler ->
            assertThat(scaler.getSpec().getScaleTargetRef())
                .returns(rendering.serverSet().getKind(), CrossVersionObjectReference::getKind)
                .returns(
                    rendering.serverSet().getMetadata().getName(),
                    CrossVersionObjectReference::getName));
  }

  @ParameterizedTest
  @EnumSource
  void secretsAreDocumented(Overlay overlay) throws IOException {
    var page = Files.readString(Path.of("docs/how-to/deploying.md"));

    assertThat(secrets(rendered(overlay)))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  // The network

  @ParameterizedTest
  @EnumSource
  void trafficIsDeniedByDefault(Overlay overlay) {
    var rendering = rendered(overlay);
    var closed =
        rendering.all(NetworkPolicy.class).stream()
            .filter(policy -> policy.getSpec().getIngress().isEmpty())
            .filter(policy -> policy.getSpec().getEgress().isEmpty())
            .filter(policy ->
                policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress")))
            .toList();

    assertThat(rendering.pods())
        .allSatisfy(pod ->
            assertThat(closed)
                .anyMatch(
                    policy -> carries(pod, policy.getSpec().getPodSelector().getMatchLabels())));
  }

  @Test
  void egressIsAllowedByTheComponentThatNeedsIt() {
    assertThat(waysOut(Overlay.SINGLE)).containsExactly("53");
    assertThat(waysOut(Overlay.SHARED)).containsExactly("53", "5432");
    assertThat(waysOut(Overlay.DISTRIBUTED)).containsExactly("53", "5432", "9200");
    assertThat(waysOut(Overlay.SINGLE_WITH_ALL_COMPONENTS)).containsExactly("443", "53");
  }

  @Test
  void aComponentAppliesToTheServersOfEveryOverlay() {
    for (var overlay :
        List.of(Overlay.SINGLE_WITH_ALL_COMPONENTS, Overlay.DISTRIBUTED_WITH_MODEL)) {
      assertThat(rendered(overlay).server().getSpec().getContainers().getFirst().getEnvFrom())
          .filteredOn(source -> source.getSecretRef() != null)
          .extracting(source -> source.getSecretRef().getName())
          .contains("dossier-model");
    }
  }

  /// The ports to which the server may connect.
  private static Set<String> waysOut(Overlay overlay) {
    return waysOut(rendered(overlay), rendered(overlay).server());
  }

  private static Set<String> waysOut(Rendering rendering, PodTemplateSpec pod) {
    return rendering.all(NetworkPolicy.class).stream()
        .filter(policy -> carries(pod, policy.getSpec().getPodSelector().getMatchLabels()))
        .flatMap(policy -> policy.getSpec().getEgress().stream())
        .flatMap(rule -> rule.getPorts().stream())
        .map(port -> port.getPort().getValue().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean carries(PodTemplateSpec pod, Map<String, String> labels) {
    return pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
  }

  private static Rendering rendered(Overlay overlay) {
    return Objects.requireNonNull(RENDERED.get(overlay));
  }

  private static String path(Probe probe) {
    return probe.getHttpGet().getPath();
  }

  private static Set<String> names(List<? extends HasMetadata> manifests) {
    return manifests.stream()
        .map(manifest -> manifest.getMetadata().getName())
        .collect(Collectors.toSet());
  }

  private static Set<String> variables(Rendering rendering) {
    var all = new TreeSet<String>();
    rendering.all(ConfigMap.class).forEach(map -> all.addAll(map.getData().keySet()));
    rendering.containers().stream()
        .flatMap(container -> container.getEnv().stream())
        .map(EnvVar::getName)
        .forEach(all::add);
    return all;
  }

  private static Set<String> secrets(Rendering rendering) {
    var all = new TreeSet<String>();
    for (var container : rendering.containers()) {
      container.getEnvFrom().stream()
          .filter(source -> source.getSecretRef() != null)
          .forEach(source -> all.add(source.getSecretRef().getName()));
      container.getEnv().stream()
          .filter(variable -> variable.getValueFrom() != null)
          .filter(variable -> variable.getValueFrom().getSecretKeyRef() != null)
          .forEach(variable -> all.add(variable.getValueFrom().getSecretKeyRef().getName()));
    }
    return all;
  }
}
