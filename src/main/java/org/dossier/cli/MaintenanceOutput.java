package org.dossier.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.maintenance.IntegrityCheck;
import org.dossier.maintenance.IntegrityReport;
import org.dossier.maintenance.Manifest;
import org.dossier.maintenance.Restored;

/// The results of backup, verification and restore as text for a terminal.
public final class MaintenanceOutput {
  private static final int MAX_IDS = 10;

  private MaintenanceOutput() {}

  /// `Backed up 5 articles (72 rows, 0.2 MB) to archive.backup.`
  public static String backedUp(Manifest manifest, Path file) {
    return String.format(
        Locale.ROOT,
        "Backed up %s (%,d rows, %.1f MB) to %s.",
        ArchiveSummaryText.articles(manifest.articles()),
        manifest.rows(),
        bytes(file) / 1e6,
        file);
  }

  /// A line per check with its counts, then each problem with its remedy.
  public static List<String> report(IntegrityReport integrityReport) {
    var lines = new ArrayList<String>();
    lines.add(row("check", "checked", "problems"));
    for (var integrityCheck : integrityReport.checks()) {
      lines.add(
          row(
              integrityCheck.name(),
              number(integrityCheck.checked()),
              number(integrityCheck.problems())));
    }
    for (var integrityCheck : integrityReport.checks()) {
      addFindings(integrityCheck, lines);
    }
    if (integrityReport.sound()) {
      lines.add("No problem was found.");
    }
    return List.copyOf(lines);
  }

  private static void addFindings(IntegrityCheck integrityCheck, List<String> lines) {
    for (var finding : integrityCheck.findings()) {
      lines.add(
          TerminalSanitizer.line(
              "%s: %s: %s"
                  .formatted(integrityCheck.name(), finding.location(), finding.message())));
      lines.add("  → " + TerminalSanitizer.line(finding.fix()));
    }
    long omitted = integrityCheck.problems() - integrityCheck.findings().size();
    if (omitted > 0) {
      lines.add("%s: and %s more".formatted(integrityCheck.name(), number(omitted)));
    }
  }

  public static List<String> restored(Restored restored) {
    var manifest = restored.manifest();
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Restored %s (%,d rows) as on %s.",
            ArchiveSummaryText.articles(manifest.articles()),
            manifest.rows(),
            manifest.made()));
    if (!restored.returned().isEmpty()) {
      lines.add(
          "%s of the restored articles had been withdrawn from the replaced archive. Delete them again: %s"
              .formatted(number(restored.returned().size()), enumerate(restored.returned())));
    }
    if (restored.kept() != null) {
      lines.add(
          "The replaced archive is now %s. Delete it when it is no longer needed."
              .formatted(restored.kept()));
    }
    lines.add("The index is rebuilt at the next start. Vectors are not computed again.");
    return List.copyOf(lines);
  }

  private static String enumerate(List<String> ids) {
    var first = String.join(", ", ids.subList(0, Math.min(MAX_IDS, ids.size())));
    return TerminalSanitizer.line(ids.size() > MAX_IDS ? first + ", …" : first);
  }

  private static String row(String name, String checked, String problems) {
    return String.format(Locale.ROOT, "%-24s %12s %8s", name, checked, problems);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
