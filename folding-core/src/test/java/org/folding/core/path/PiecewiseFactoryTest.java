package org.folding.core.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.path.PathGenerator;
import org.folding.api.path.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PiecewiseFactoryTest {

  @Test
  void pointsAndRowsMix() {
    List<Waypoint> waypoints = create("0,0; #3 ;1 , -2.5e1;#3;#3").path(0).waypoints();

    assertThat(waypoints).extracting(Waypoint::row).containsExactly(-1, 3, -1, 3, 3);
    assertThat(waypoints.get(2).coordinates()).containsExactly(1, -25);
  }

  @Test
  void onePathIsMade() {
    assertThat(create("#0; #0").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,0 | 'K' has one waypoint but a path needs two, separated by semicolons",
        "0,0; 1,0; | waypoint 3 of 'K' is empty: waypoints are separated by semicolons, as in 0,0;"
            + " 1,0; #3",
        "0,0; 1 | waypoint 2 of 'K' has 1 value but an input of the model has 2",
        "0,0; 1,x | waypoint 2 of 'K' is '1,x' but must be numbers separated by commas, or a row of"
            + " the data as #3",
        "0,NaN; 1,1 | waypoint 1 of 'K' is '0,NaN' but must be numbers separated by commas, or a"
            + " row of the data as #3",
        "0,-1e309; 1,1 | waypoint 1 of 'K' holds -1e309, beyond the greatest float64, 1.8e308",
        "#0; #4 | waypoint 2 of 'K' is '#4' but the data's rows are #0 to #3",
        "#0; #-1 | waypoint 2 of 'K' is '#-1' but the data's rows are #0 to #3",
        "#0; # | waypoint 2 of 'K' is '#' but the data's rows are #0 to #3",
      })
  void brokenWaypointsAreRefusedByTheirNumber(String text, String message) {
    assertThatThrownBy(() -> create(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message.replace("'K'", "'paths.piecewise.waypoints'"));
  }

  @Test
  void rowsNeedDataAndWaypointsMustBeGiven() {
    PiecewiseFactory factory = new PiecewiseFactory();

    assertThatThrownBy(
            () -> Generators.create(factory, Generators.context(2), Map.of("waypoints", "0,0; #1")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'paths.piecewise.waypoints' needs rows of data: set 'data' to a file");
    assertThatThrownBy(() -> Generators.create(factory, Generators.context(2), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("'paths.piecewise.waypoints' is missing");
  }

  private static PathGenerator create(String waypoints) {
    return Generators.create(
        new PiecewiseFactory(),
        Generators.context(new TestData(4, 2)),
        Map.of("waypoints", waypoints));
  }
}
