package org.folding.core.cantornet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoader;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.core.cantornet.CantorNet.Representation;
import org.folding.engine.network.NetworkModel;

/** Makes the loader of {@code cantornet:A/3}: representation and number of recursions. */
public final class CantorNetLoaderFactory implements ModelLoaderFactory {
  private static final String PREFIX = "cantornet:";
  private static final Pattern FORM = Pattern.compile("([A-Ca-c])/([0-9]{1,9})");

  @Override
  public String name() {
    return "cantornet";
  }

  @Override
  public String description() {
    return "Builds CantorNet: cantornet:A/3 is representation A (or B or C) with 3 recursions.";
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source.text().startsWith(PREFIX);
  }

  @Override
  public ModelLoader create(Options options) {
    return CantorNetLoaderFactory::load;
  }

  private static Model load(ModelSource source) {
    String text = source.text().strip();
    Matcher form =
        FORM.matcher(text.startsWith(PREFIX) ? text.substring(PREFIX.length()).strip() : text);
    if (!form.matches()) {
      throw new InvalidInputException(
          "'"
              + source.text()
              + "' is no CantorNet: write cantornet:A/3, a representation A, B or C and after the"
              + " slash the number of recursions, 1 or more");
    }
    Representation representation = Representation.valueOf(form.group(1).toUpperCase(Locale.ROOT));
    int depth = Integer.parseInt(form.group(2));
    try {
      return new NetworkModel(CantorNet.of(representation, depth), List.of());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("'" + source.text() + "': " + e.getMessage(), e);
    }
  }
}
