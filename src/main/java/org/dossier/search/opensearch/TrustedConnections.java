package org.dossier.search.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.util.Timeout;
import org.dossier.database.IoErrorMessages;
import org.dossier.search.IndexException;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// Connections by TLS to a cluster whose certificate an authority of its own has issued.
final class TrustedConnections {
  private static final String SETTING = "dossier.search.trusted-certificates: ";

  private TrustedConnections() {}

  /// Connections to servers with a certificate of one of the authorities in the PEM file.
  ///
  /// @throws IndexException naming the setting if the file has no valid certificate
  static AsyncClientConnectionManager manager(Path authorities, Timeout timeout) {
    var tls = ClientTlsStrategyBuilder.create().setSslContext(context(authorities)).buildAsync();
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
        .setMaxConnPerRoute(ApacheHttpClient5TransportBuilder.DEFAULT_MAX_CONN_PER_ROUTE)
        .setMaxConnTotal(ApacheHttpClient5TransportBuilder.DEFAULT_MAX_CONN_TOTAL)
        .setTlsStrategy(tls)
        .build();
  }

  private static SSLContext context(Path authorities) {
    try {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (var certificate : read(authorities)) {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IndexException(
          SETTING + authorities + " has no valid certificate: " + e.getMessage(), e);
    }
  }

  private static Collection<? extends Certificate> read(Path authorities)
      throws GeneralSecurityException {
    try (var file = Files.newInputStream(authorities)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(file);
      if (certificates.isEmpty()) {
        throw new IndexException(SETTING + authorities + " has no certificate", null);
      }
      return certificates;
    } catch (IOException e) {
      throw new IndexException(SETTING + IoErrorMessages.describe(e), e);
    }
  }
}
