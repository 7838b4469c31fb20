package org.dossier.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.dossier.web.Api;
import org.dossier.web.DefaultProfile;
import org.junit.jupiter.api.Test;

/// The server with the MCP client of LangChain4j.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class McpClientTest {
  @Test
  void langChain4jListsAndCallsToolsAndReadsResources() throws Exception {
    var transport =
        StreamableHttpMcpTransport.builder().url(Api.address("/mcp").toString()).build();
    try (var client = DefaultMcpClient.builder().transport(transport).build()) {
      assertThat(client.listTools())
          .extracting(tool -> tool.name())
          .containsExactly("search", "fetch", "ask", "check", "count", "timeline");
      var answer =
          client.executeTool(
              ToolExecutionRequest.builder()
                  .name("ask")
                  .arguments(
                      "{\"question\":\"When did Iran and Russia sign the strategic cooperation agreement?\"}")
                  .build());
      assertThat(answer.resultText()).contains("\"status\":\"answered\"", "\"quote\"", "#cited");
      var unknown =
          ToolExecutionRequest.builder().name("fetch").arguments("{\"id\":\"none\"}").build();
      assertThatThrownBy(() -> client.executeTool(unknown))
          .isInstanceOf(ToolExecutionException.class)
          .hasMessageContaining("no article with the id “none”");
      assertThat(client.listResources()).isNotEmpty();
      assertThat(client.readResource(client.listResources().getFirst().uri()).contents())
          .hasSize(1);
    }
  }
}
