package org.folding.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.util.function.LongSupplier;
import org.folding.cli.ConsoleModule.NanoTime;

/** What looks at one model, and at the inputs and planes that options name. */
final class ModelsModule extends AbstractModule {
  @Override
  protected void configure() {
    Commands.add(binder(), DescribeCommand.class);
    Commands.add(binder(), WalkCommand.class);
    Commands.add(binder(), PlaneCommand.class);
    Commands.add(binder(), ConvertCommand.class);
    bind(ModelOpener.class);
    bind(ModelArgument.class).toProvider(ModelArgument::new);
    bind(LoaderArguments.class).toProvider(LoaderArguments::new);
    bind(DataArguments.class).toProvider(DataArguments::new);
    bind(PlaneArguments.class).toProvider(PlaneArguments::new);
    bind(PictureArguments.class).toProvider(PictureArguments::new);
  }

  @Provides
  DescribeCommand describe(Console console, ModelOpener models) {
    return new DescribeCommand(console, models);
  }

  @Provides
  WalkCommand walk(Console console, ModelOpener models) {
    return new WalkCommand(console, models);
  }

  @Provides
  PlaneCommand plane(Console console, ModelOpener models, @NanoTime LongSupplier nanoTime) {
    return new PlaneCommand(console, models, nanoTime);
  }

  @Provides
  ConvertCommand convert(Console console, ModelOpener models) {
    return new ConvertCommand(console, models);
  }
}
