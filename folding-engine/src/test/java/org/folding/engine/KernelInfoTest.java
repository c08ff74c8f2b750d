package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What JVMs that were started with other options run on. */
final class KernelInfoTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** What the JVMs run. */
  static final class Main {
    private Main() {}

    public static void main(String... arguments) {
      System.out.println(KernelInfo.current());
    }
  }

  @Test
  void plainLoopsRunWithoutTheModule() throws Exception {
    assertThat(told())
        .isEqualTo("plain (the JVM was started without --add-modules jdk.incubator.vector)");
  }

  @Test
  void plainLoopsRunWhereTheyAreAskedFor() throws Exception {
    assertThat(told(VECTORS, "-Dfolding.kernels=plain"))
        .isEqualTo("plain (-Dfolding.kernels=plain was given)");
  }

  @Test
  void plainLoopsRunWhereCodeIsInterpreted() throws Exception {
    assertThat(told(VECTORS, "-Xint")).isEqualTo("plain (the JVM interprets all code (-Xint))");
  }

  @Test
  void plainLoopsRunWithoutTheOptimisingCompiler() throws Exception {
    assertThat(told(VECTORS, "-XX:TieredStopAtLevel=1"))
        .isEqualTo("plain (the JVM compiles without C2 (-XX:TieredStopAtLevel))");
  }

  /** As on ARM's NEON. */
  @Test
  void vectorsOf128BitsAreDeclinedByName() throws Exception {
    assumeTrue(
        System.getProperty("os.arch").equals("amd64"), "MaxVectorSize is an option on x86-64");
    assertThat(told(VECTORS, "-XX:MaxVectorSize=16"))
        .isEqualTo("plain (the CPU has vectors of 128 bits, and the kernels need 256 or more)");
  }

  @Test
  void vectorsOf256BitsRun() throws Exception {
    KernelInfo own = KernelInfo.current();
    assumeTrue(
        own.bits() >= 256 && System.getProperty("os.arch").equals("amd64"), "this JVM runs " + own);
    assertThat(told(VECTORS, "-XX:MaxVectorSize=32")).isEqualTo("vector (256 bits)");
  }

  private static String told(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
