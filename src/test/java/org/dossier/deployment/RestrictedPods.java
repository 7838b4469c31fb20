package org.dossier.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The level `restricted` of Kubernetes' Pod Security Standards, and additionally a read-only root.
final class RestrictedPods {
  private RestrictedPods() {}

  /// The violations of `pod`.
  static List<String> violations(PodSpec pod) {
    var breaches = new ArrayList<String>();
    var context = pod.getSecurityContext();
    check(context != null && Boolean.TRUE.equals(context.getRunAsNonRoot()), "root", breaches);
    check(context != null && !Objects.equals(context.getRunAsUser(), 0L), "user 0", breaches);
    check(
        context != null
            && context.getSeccompProfile() != null
            && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
        "no seccomp profile",
        breaches);
    check(isUnset(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()), "host", breaches);
    for (var volume : pod.getVolumes()) {
      check(isHarmless(volume), "volume " + volume.getName(), breaches);
    }
    Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
        .forEach(container -> check(container, breaches));
    return breaches;
  }

  private static void check(Container container, List<String> breaches) {
    var context =
        Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
    var capabilities = context.getCapabilities();
    check(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "more privileges", breaches);
    check(Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), "writable root", breaches);
    check(isUnset(context.getPrivileged()), "privileged", breaches);
    check(
        capabilities != null
            && capabilities.getDrop().contains("ALL")
            && capabilities.getAdd().isEmpty(),
        "capabilities",
        breaches);
    check(
        container.getPorts().stream().allMatch(port -> port.getHostPort() == null),
        "a port of the host",
        breaches);
  }

  private static void check(boolean holds, String breach, List<String> breaches) {
    if (!holds) {
      breaches.add(breach);
    }
  }

  private static boolean isUnset(Boolean... values) {
    return Stream.of(values).noneMatch(Boolean.TRUE::equals);
  }

  private static boolean isHarmless(Volume volume) {
    return volume.getConfigMap() != null
        || volume.getEmptyDir() != null
        || volume.getSecret() != null
        || volume.getProjected() != null
        || volume.getPersistentVolumeClaim() != null;
  }
}
