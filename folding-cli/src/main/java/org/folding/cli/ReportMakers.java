package org.folding.cli;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.folding.core.config.OutputFormat;
import org.folding.core.output.OutputFolder;

/** The reports that there are, by format. A study has all of them. */
final class ReportMakers {
  private final Map<OutputFormat, Provider<ReportMaker>> makers;

  @Inject
  ReportMakers(Map<OutputFormat, Provider<ReportMaker>> makers) {
    this.makers = makers;
  }

  /** What makes the reports of a run that writes these formats. */
  Consumer<OutputFolder> of(Set<OutputFormat> formats) {
    return folder ->
        makers.forEach(
            (format, maker) -> {
              if (formats.contains(format)) {
                maker.get().addTo(folder);
              }
            });
  }

  /** What makes every report. */
  Consumer<OutputFolder> all() {
    return of(makers.keySet());
  }
}
