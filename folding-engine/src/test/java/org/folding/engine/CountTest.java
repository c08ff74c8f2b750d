package org.folding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.engine.WalkSettings.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which layers {@code walk.count} selects. */
final class CountTest {
  private static final List<UnitLayer> LAYERS =
      List.of(
          layer("/1/Relu", "Relu", UnitRole.HIDDEN),
          layer("/2/Gelu", "Gelu", UnitRole.HIDDEN),
          layer("/2/Relu", "Relu", UnitRole.HIDDEN),
          layer("squash", "Sigmoid", UnitRole.READOUT),
          layer("map", "Relu", UnitRole.PROJECTION));

  private static UnitLayer layer(String name, String operator, UnitRole role) {
    return new UnitLayer(name, operator, Shape.of(2), role, 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "hidden                     | /1/Relu /2/Gelu /2/Relu",
        "all                        | /1/Relu /2/Gelu /2/Relu squash map",
        "readout                    | squash",
        "hidden, readout            | /1/Relu /2/Gelu /2/Relu squash",
        "layer:/2/Gelu              | /2/Gelu",
        "layer:/2/*                 | /2/Gelu /2/Relu",
        "layer:/?/Relu              | /1/Relu /2/Relu",
        "operator:relu              | /1/Relu /2/Relu map",
        "operator:*e*u              | /1/Relu /2/Gelu /2/Relu map",
        "all, !operator:Relu        | /2/Gelu squash",
        "!layer:/1/*                | /2/Gelu /2/Relu",
        "all,!hidden,layer:/1/Relu  | /1/Relu squash map",
        "projection,!all            | ''"
      })
  void selectsFromLeftToRight(String text, String expected) {
    assertThat(String.join(" ", new Count(text).of(LAYERS).stream().map(UnitLayer::name).toList()))
        .isEqualTo(expected);
  }

  @Test
  void aRoleThatNoLayerHasSelectsNothing() {
    assertThat(new Count("readout").of(LAYERS.subList(0, 2))).isEmpty();
    assertThat(new Count("hidden").of(List.of())).isEmpty();
  }

  @Test
  void tellsEveryWordThatIsNoSelector() {
    assertThatThrownBy(() -> new Count("hiden,,layer:,units:3,all:x"))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.problems()).hasSize(5))
        .hasMessageContainingAll(
            "'walk.count' holds 'hiden', which selects nothing; known are hidden, all, readout",
            "'walk.count' has an empty entry",
            "'layer:', which has no name");
  }

  /** Commas separate selectors, so one within a name is written as any letter. */
  @Test
  void selectsANameWithACommaByTheWildcard() {
    List<UnitLayer> layers =
        List.of(layer("a,b", "Relu", UnitRole.HIDDEN), layer("ab", "Relu", UnitRole.HIDDEN));

    assertThat(new Count("layer:a?b").of(layers)).containsExactly(layers.get(0));
    assertThatThrownBy(() -> new Count("layer:a,b"))
        .hasMessageStartingWith("'walk.count' holds 'b', which selects nothing; ")
        .hasMessageEndingWith("; a comma within a name is written ?");
    assertThatThrownBy(() -> new Count("hidden,b")).hasMessageEndingWith("each also after '!'");
  }

  @Test
  void tellsANameThatNoLayerHas() {
    assertThatThrownBy(() -> new Count("layer:/1/Rel").of(LAYERS))
        .hasMessage(
            "'walk.count' holds 'layer:/1/Rel', but no layer is called so; did you mean"
                + " '/1/Relu'?");
    assertThatThrownBy(() -> new Count("operator:Tanh").of(LAYERS))
        .hasMessage(
            "'walk.count' holds 'operator:Tanh', but no operator is called so; the model has Relu,"
                + " Gelu, Sigmoid");
    assertThatThrownBy(() -> new Count("layer:x").of(List.of()))
        .hasMessageEndingWith("the model has no activation layers");
  }
}
