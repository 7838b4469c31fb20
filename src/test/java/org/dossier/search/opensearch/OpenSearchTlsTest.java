package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dossier.database.Database;
import org.dossier.search.HarbourFixture;
import org.dossier.search.IndexException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cluster with TLS, whose certificate an authority of its own has issued, and with a password.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class OpenSearchTlsTest {
  @TempDir private Path folder;
  private SecuredProxy proxy;

  @BeforeEach
  void open() throws Exception {
    proxy = new SecuredProxy(folder, TestCluster.get().settings().url());
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void aSecuredClusterIsFilledAndAsked() throws Exception {
    try (var fixture = fixture(SecuredProxy.PASSWORD, proxy.certificate())) {
      fixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
      fixture.embed();
      fixture.delete("tomatoes");

      assertThat(fixture.articlesByWords("lock tomatoes")).containsExactly("lock");
      assertThat(fixture.vectors("a new lock")).isNotEmpty();
      assertThat(fixture.index().engine().orElseThrow().isReachable()).isTrue();
    }
  }

  @Test
  void aWrongPasswordIsReportedWithoutIt() {
    try (var fixture = fixture("wrong-xyzzy", proxy.certificate())) {
      assertThatThrownBy(fixture::index)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining(
              "status 401): check DOSSIER_SEARCH_USER and DOSSIER_SEARCH_PASSWORD")
          .hasMessageNotContaining("xyzzy");
    }
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsRejected() {
    try (var fixture = fixture(SecuredProxy.PASSWORD, null)) {
      assertThatThrownBy(fixture::index)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageContaining("certification path");
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws Exception {
    var empty = Files.createFile(folder.resolve("empty.pem"));
    var damaged =
        Files.writeString(folder.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\n?");

    for (var file : new Path[] {empty, damaged, folder.resolve("missing.pem")}) {
      try (var fixture = fixture(SecuredProxy.PASSWORD, file)) {
        assertThatThrownBy(fixture::index)
            .isInstanceOf(IndexException.class)
            .hasMessageStartingWith("dossier.search.trusted-certificates: ")
            .hasMessageContaining(file.toString());
      }
    }
  }

  private HarbourFixture fixture(String password, @Nullable Path trustedCertificates) {
    var settings =
        new OpenSearchSettings(
            proxy.url(),
            SecuredProxy.USER,
            password,
            "secured",
            1,
            0,
            Duration.ofSeconds(30),
            trustedCertificates);
    return new HarbourFixture(
        folder,
        Database.open(folder.resolve("archive.db")),
        (fixture, model) ->
            OpenSearchIndex.open(
                settings,
                fixture.archive,
                fixture.embeddings,
                fixture.database.clusterLocks(),
                model));
  }
}
