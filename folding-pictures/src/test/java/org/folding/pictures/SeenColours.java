package org.folding.pictures;

/**
 * How light colours are, also to those who lack one kind of cones: after G. M. Machado, M. M.
 * Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15 (2009), table 1, severity 1.
 */
final class SeenColours {
  private static final double[] ALL = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  private static final double[] PROTANOPE = {
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
  };
  private static final double[] DEUTERANOPE = {
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881
  };
  private static final double[] TRITANOPE = {
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900
  };

  /** Of red, green and blue in the luminance (ITU-R BT.709). */
  private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};

  private SeenColours() {}

  /** L* of CIE 1976, from 0 to 100. */
  static double lightness(int rgb) {
    return lightness(rgb, ALL);
  }

  /** The same as everyone sees it: with all cones, and without the first, second or third kind. */
  static double[] lightnesses(int rgb) {
    return new double[] {
      lightness(rgb, ALL),
      lightness(rgb, PROTANOPE),
      lightness(rgb, DEUTERANOPE),
      lightness(rgb, TRITANOPE)
    };
  }

  private static double lightness(int rgb, double[] matrix) {
    double[] linear = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double seen = 0;
      for (int j = 0; j < 3; j++) {
        seen += matrix[3 * i + j] * linear[j];
      }
      luminance += LUMINANCE[i] * Math.min(1, Math.max(0, seen));
    }
    return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : 24389.0 / 27 * luminance;
  }

  /** IEC 61966-2-1, sRGB. */
  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
