package org.dossier.web;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Liveness check: down if the JVM reports deadlocked threads, because only a restart resolves a
/// deadlock. Failures that resolve without a restart, such as an unavailable database, are not
/// included.
@Liveness
final class DeadlockCheck implements HealthCheck {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public HealthCheckResponse call() {
    var check = HealthCheckResponse.named("threads");
    var deadlocked = threads.findDeadlockedThreads();
    return deadlocked == null
        ? check.up().build()
        : check.down().withData("deadlockedThreads", names(deadlocked)).build();
  }

  private String names(long... deadlocked) {
    return Arrays.stream(threads.getThreadInfo(deadlocked))
        .filter(Objects::nonNull)
        .map(ThreadInfo::getThreadName)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
