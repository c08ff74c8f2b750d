package org.folding.reports;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;
import org.folding.core.output.Versions;

/**
 * The report on a results folder: a page that needs no network and no other file. Whatever comes
 * from models and data is escaped, and the page's content security policy forbids requests.
 */
public final class HtmlReport {
  private static final List<String> LIBRARIES = List.of("vega", "vega-lite", "vega-embed");

  /** Stands near the beginning of each report. */
  private static final String GENERATOR = "<meta name=\"generator\" content=\"folding\">";

  private static final int HEAD = 1024;

  private final Map<String, Object> page = new LinkedHashMap<>();

  private HtmlReport(ResultFolder results) {
    page.put("css", Resources.text("report.css"));
    page.put("script", Resources.text("report.js"));
    List<Map<String, String>> libraries = new ArrayList<>();
    List<Map<String, String>> licences = new ArrayList<>();
    for (String name : LIBRARIES) {
      libraries.add(Map.of("code", Resources.script("vega/" + name + ".min.js")));
      licences.add(
          Map.of("name", name, "text", Resources.text("vega/LICENSE-" + name + ".txt").strip()));
    }
    page.put("libraries", libraries);
    page.put("licences", licences);
    page.put("version", Versions.folding());
    ReportContent content = new ReportContent(results);
    page.putAll(content.page());
    page.put("data", Resources.embeddable(content.data()));
  }

  /**
   * Reads a results folder.
   *
   * @param results a folder with {@code summary.json} of a run or {@code study.json} of a study
   * @return its report
   * @throws org.folding.api.InvalidInputException if there is neither, or a file is damaged
   */
  public static HtmlReport of(Path results) {
    return new HtmlReport(ResultFolder.read(results));
  }

  /**
   * Makes the report of what a run or a study has written, with which it appears.
   *
   * @param folder holds the files, which have not got their names yet
   * @throws org.folding.api.InvalidInputException if the report cannot be written
   */
  public static void addTo(OutputFolder folder) {
    HtmlReport report = new HtmlReport(ResultFolder.read(folder));
    try (Writer writer = Files.newBufferedWriter(folder.partial(ResultFiles.REPORT))) {
      report.write(writer);
    } catch (IOException e) {
      throw OutputFolder.unwritable(folder.path().resolve(ResultFiles.REPORT), e);
    }
  }

  /**
   * @param file a file, which need not exist
   * @return whether it is a report, made by this or another version
   */
  public static boolean isReport(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(GENERATOR);
    } catch (IOException e) {
      return false; // so it is not replaced, and writing tells why
    }
  }

  /**
   * @param writer receives the page
   * @throws IOException what the writer throws
   */
  public void write(Writer writer) throws IOException {
    try {
      Mustache.compiler()
          .escapeHTML(true)
          .nullValue("")
          .emptyStringIsFalse(true)
          .compile(Resources.text("report.html"))
          .execute(page, writer);
    } catch (MustacheException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
