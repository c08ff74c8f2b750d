package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import org.folding.core.config.OutputFormat;
import org.folding.core.pipeline.RowWriter;

/** How results are written, by format: the rows of runs, and reports. */
final class FormatsModule extends AbstractModule {
  @Override
  protected void configure() {
    MapBinder<OutputFormat, RowWriter> rows =
        MapBinder.newMapBinder(binder(), OutputFormat.class, RowWriter.class);
    RowWriter.builtIn().forEach((format, writer) -> rows.addBinding(format).toInstance(writer));
    MapBinder<OutputFormat, ReportMaker> reports =
        MapBinder.newMapBinder(binder(), OutputFormat.class, ReportMaker.class);
    reports.addBinding(OutputFormat.HTML).to(HtmlReportMaker.class);
    bind(HtmlReportMaker.class);
    bind(ReportMakers.class);
  }
}
