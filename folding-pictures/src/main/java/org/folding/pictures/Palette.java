package org.folding.pictures;

import java.util.Locale;

/**
 * Colours for numbers, from low to high, which rise in lightness, so that they can be told apart by
 * everyone and in print without colour. Viridis and cividis are those of Matplotlib.
 */
public enum Palette {
  /** From dark violet over green to yellow. */
  VIRIDIS,
  /** From dark blue to yellow; looks the same to those who see no red or green. */
  CIVIDIS,
  /** From dark to light grey. */
  GREY;

  private static final int[] VIRIDIS_STOPS = {
    0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725
  };
  private static final int[] CIVIDIS_STOPS = {
    0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55,
    0xfee838
  };
  private static final int[] GREY_STOPS = {0x303030, 0xf4f4f4};

  /**
   * @return the word that users write
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param part from 0 to 1
   */
  Ink at(double part) {
    int[] stops =
        switch (this) {
          case VIRIDIS -> VIRIDIS_STOPS;
          case CIVIDIS -> CIVIDIS_STOPS;
          case GREY -> GREY_STOPS;
        };
    double place = part * (stops.length - 1);
    int low = Math.min((int) place, stops.length - 2);
    return new Ink(stops[low]).towards(new Ink(stops[low + 1]), place - low);
  }
}
