package org.folding.core.study;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.folding.api.InvalidInputException;
import org.folding.core.output.FileHash;

/**
 * Fetches the four files of MNIST from public mirrors; only files whose SHA-256 is right are kept.
 */
public final class MnistDownload {
  private static final List<URI> MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

  private static final List<Item> ITEMS =
      List.of(
          new Item(
              "train-images-idx3-ubyte",
              "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
          new Item(
              "train-labels-idx1-ubyte",
              "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
          new Item(
              "t10k-images-idx3-ubyte",
              "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
          new Item(
              "t10k-labels-idx1-ubyte",
              "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final List<URI> mirrors;
  private final Consumer<String> log;

  private record Item(String name, String sha256) {}

  /**
   * @param log is told of each file that is fetched
   */
  public MnistDownload(Consumer<String> log) {
    this(MIRRORS, log);
  }

  /** With mirrors of one's own, each ending in a slash. */
  MnistDownload(List<URI> mirrors, Consumer<String> log) {
    this.mirrors = List.copyOf(mirrors);
    this.log = log;
  }

  /**
   * Fetches what a folder lacks; files that are there, under any of their names, stay.
   *
   * @param folder the folder; created where it is missing
   * @throws InvalidInputException if no mirror can be reached or none has the right file
   */
  public void fetchInto(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidInputException(
          "data: folder " + folder + " cannot be created: " + e.getMessage(), e);
    }
    for (Item item : ITEMS) {
      if (MnistFiles.find(folder, item.name()).isEmpty()) {
        fetch(item, folder.resolve(item.name() + ".gz"));
      }
    }
  }

  private void fetch(Item item, Path target) {
    List<String> problems = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI source = mirror.resolve(target.getFileName().toString());
      Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
      try {
        log.accept("fetching " + source);
        String problem = fetch(source, partial, item);
        if (problem.isEmpty()) {
          Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
          return;
        }
        problems.add(source + ": " + problem);
      } catch (IOException e) {
        problems.add(source + ": " + reason(e));
      } finally {
        delete(partial);
      }
    }
    throw new InvalidInputException(
        target.getFileName()
            + " cannot be downloaded ("
            + String.join("; ", problems)
            + "); without a network, put the four files of MNIST into "
            + target.getParent()
            + " by hand");
  }

  /** Gives what is wrong with the file, or nothing. */
  private static String fetch(URI source, Path partial, Item item) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(source).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK) {
          return "the server answers " + response.statusCode();
        }
        Files.copy(body, partial, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    String sha256 = FileHash.of(partial).sha256();
    return sha256.equals(item.sha256())
        ? ""
        : "its SHA-256 is " + sha256 + " but should be " + item.sha256();
  }

  /** Network exceptions often have no message, or one that says less than their name. */
  private static String reason(IOException e) {
    String name = e.getClass().getSimpleName();
    return e.getMessage() == null ? name : name + ": " + e.getMessage();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
