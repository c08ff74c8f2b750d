package org.folding.core.cantornet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.Options;
import org.folding.api.model.Model;
import org.folding.api.model.ModelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CantorNetLoaderFactoryTest {
  private final CantorNetLoaderFactory factory = new CantorNetLoaderFactory();

  @ParameterizedTest
  @CsvSource({"cantornet:A/3, cantornet:A/3, 16", "cantornet:b/2, cantornet:B/2, 14"})
  void buildsWhatTheTextNames(String text, String name, int units) {
    Model model = load(text);

    assertThat(model.name()).isEqualTo(name);
    assertThat(model.layers().stream().mapToInt(layer -> layer.bits()).sum()).isEqualTo(units);
    assertThat(model.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cantornet:",
        "cantornet:A",
        "cantornet:D/3",
        "cantornet:A/-1",
        "cantornet:A/1.5",
        "cantornet:A/99999999999",
        "cantornet:AB/2",
        "cantornet:A/3/4"
      })
  void textOfAnotherFormIsRefusedWithTheRightOne(String text) {
    assertThatThrownBy(() -> load(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("write cantornet:A/3");
  }

  @Test
  void depthOutOfRangeIsRefusedWithTheRange() {
    assertThatThrownBy(() -> load("cantornet:C/13"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'cantornet:C/13': depth is 13 but must be from 1 to 12 for CantorNet C");
  }

  @Test
  void acceptsOnlyItsPrefix() {
    assertThat(factory.accepts(source("cantornet:x"))).isTrue();
    assertThat(factory.accepts(source("cantornet.json"))).isFalse();
  }

  private Model load(String text) {
    return factory
        .create(Options.of("model.cantornet.", List.of(), Map.of(), Path.of("")))
        .load(source(text));
  }

  private static ModelSource source(String text) {
    return new ModelSource(text, Path.of(""));
  }
}
