package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import org.folding.core.pipeline.ProgressListener;
import org.folding.core.study.MnistDownload;

/** The studies of the papers. */
final class StudiesModule extends AbstractModule {
  @Override
  protected void configure() {
    Commands.add(binder(), StudyCommand.class);
    Commands.addStudy(binder(), CantorNetStudyCommand.class);
    Commands.addStudy(binder(), MnistStudyCommand.class);
    bind(StudyOutput.class).toProvider(StudyOutput::new);
    bind(MnistReport.class);
  }

  @Provides
  MnistDownload download(Console console) {
    return new MnistDownload(
        line -> {
          console.err().println(line);
          console.err().flush();
        });
  }

  @Provides
  StudyCommand study(Console console) {
    return new StudyCommand(console);
  }

  @Provides
  CantorNetStudyCommand cantorNetStudy(Console console, ReportMakers reports) {
    return new CantorNetStudyCommand(console, reports);
  }

  @Provides
  MnistStudyCommand mnistStudy(
      Console console,
      Registries registries,
      Provider<MnistDownload> downloads,
      Provider<ProgressListener> progress,
      ReportMakers reports,
      MnistReport report) {
    return new MnistStudyCommand(console, registries, downloads, progress, reports, report);
  }
}
