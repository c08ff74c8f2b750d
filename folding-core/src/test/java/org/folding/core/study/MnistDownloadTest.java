package org.folding.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server of this machine. */
final class MnistDownloadTest {
  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/broken/", exchange -> answer(exchange, 200, "no MNIST".getBytes(StandardCharsets.UTF_8)));
    server.createContext("/good/", exchange -> answer(exchange, 200, real(exchange)));
    server.createContext("/gone/", exchange -> answer(exchange, 404, new byte[0]));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private static byte[] real(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return Files.readAllBytes(SharedFiles.find("mnist").resolve(path.substring("/good/".length())));
  }

  private static void answer(HttpExchange exchange, int code, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private URI mirror(String name) {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + "/"
            + name
            + "/");
  }

  @Test
  void fetchesWhatIsMissingFromTheFirstMirrorThatHasIt() throws IOException {
    Path shared = SharedFiles.find("mnist");
    Files.writeString(folder.resolve("t10k-labels.idx1-ubyte"), "mine");
    List<String> log = new ArrayList<>();

    new MnistDownload(List.of(mirror("gone"), mirror("broken"), mirror("good")), log::add)
        .fetchInto(folder);

    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels.idx1-ubyte");
    assertThat(folder.resolve("t10k-images-idx3-ubyte.gz"))
        .hasSameBinaryContentAs(shared.resolve("t10k-images-idx3-ubyte.gz"));
    assertThat(folder.resolve("t10k-labels.idx1-ubyte")).hasContent("mine");
    assertThat(log).hasSize(9).allMatch(line -> line.startsWith("fetching http://"));
  }

  @Test
  void aFileWithAnotherChecksumIsNotKept() {
    MnistDownload download =
        new MnistDownload(List.of(mirror("gone"), mirror("broken")), line -> {});

    assertThatThrownBy(() -> download.fetchInto(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("train-images-idx3-ubyte.gz cannot be downloaded (")
        .hasMessageContaining("the server answers 404")
        .hasMessageContaining("its SHA-256 is ")
        .hasMessageContaining("by hand");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutANetworkTheMessageSaysWhatToDo() {
    URI nobody = mirror("good");
    server.stop(0);
    MnistDownload download = new MnistDownload(List.of(nobody), line -> {});

    assertThatThrownBy(() -> download.fetchInto(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("ConnectException")
        .hasMessageEndingWith(
            "without a network, put the four files of MNIST into " + folder + " by hand");
  }
}
