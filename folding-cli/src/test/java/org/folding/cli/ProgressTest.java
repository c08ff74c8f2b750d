package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final StringWriter text = new StringWriter();
  private final AtomicLong clock = new AtomicLong(-7);

  @Test
  void aShortRunShowsNothing() {
    Progress progress = progress(true);
    progress.started(100);
    after(0.9, progress, 100);
    progress.ended();

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void aTerminalGetsOneLineThatIsWipedAtLast() {
    Progress progress = progress(true);
    progress.started(1000);
    after(2, progress, 250);
    after(0.05, progress, 251);
    after(1.95, progress, 500);
    progress.ended();

    String first = "[######                  ] 250 of 1000 paths, 125 paths/s, 6.0 s left";
    String second = "[############            ] 500 of 1000 paths, 125 paths/s, 4.0 s left";
    assertThat(text.toString())
        .isEqualTo("\r" + first + "\r" + second + "\r" + " ".repeat(second.length()) + "\r");
  }

  @Test
  void aFileGetsALineNowAndThen() {
    Progress progress = progress(false);
    progress.started(1000);
    after(4, progress, 100);
    after(1, progress, 125);
    after(4, progress, 225);
    after(2, progress, 275);
    progress.ended();

    assertThat(text.toString().lines())
        .containsExactly(
            "125 of 1000 paths, 25 paths/s, 35 s left", "275 of 1000 paths, 25 paths/s, 29 s left");
    String warning = "warning: 7 of 9 paths are short\n";
    String printed = text.toString().replace(System.lineSeparator(), "\n");
    assertThat(new Shell(0, "", printed + warning + printed).complaints()).isEqualTo(warning);
  }

  /** 9000 of the paths were done before: 250 in 2 s leave 750 for 6 s. */
  @Test
  void theTimeLeftOfAContinuedRunIsThatOfItsOwnPaths() {
    Progress progress = progress(true);
    progress.started(10_000);
    progress.resumed(9000);
    after(2, progress, 9250);

    assertThat(text.toString())
        .startsWith("going on where the run was stopped: 9000 of 10000 paths are done")
        .endsWith("] 9250 of 10000 paths, 125 paths/s, 6.0 s left");
  }

  private Progress progress(boolean terminal) {
    PrintWriter writer = new PrintWriter(text);
    return new Progress(new Console(writer, writer, terminal), clock::get);
  }

  private void after(double seconds, Progress progress, long done) {
    clock.addAndGet(Math.round(seconds * 1e9));
    progress.advanced(done);
  }
}
