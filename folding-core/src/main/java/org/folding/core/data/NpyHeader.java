package org.folding.core.data;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an .npy file: a Python dictionary with {@code descr}, {@code fortran_order} and
 * {@code shape}, as NumPy writes it.
 *
 * @param type the type of the values
 * @param order the order of their bytes
 * @param fortran whether the first axis runs fastest
 * @param shape the shape claimed, not yet checked
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortran, List<Long> shape) {
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[))");
  private static final Pattern FORTRAN =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");
  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("b1", ElementType.BOOL),
          Map.entry("u1", ElementType.UINT8),
          Map.entry("u2", ElementType.UINT16),
          Map.entry("u4", ElementType.UINT32),
          Map.entry("u8", ElementType.UINT64),
          Map.entry("i1", ElementType.INT8),
          Map.entry("i2", ElementType.INT16),
          Map.entry("i4", ElementType.INT32),
          Map.entry("i8", ElementType.INT64),
          Map.entry("f2", ElementType.FLOAT16),
          Map.entry("f4", ElementType.FLOAT32),
          Map.entry("f8", ElementType.FLOAT64));

  static NpyHeader parse(ByteSource source, String text) {
    String descr = find(source, DESCR, text, "descr");
    String fortran = find(source, FORTRAN, text, "fortran_order");
    String shape = find(source, SHAPE, text, "shape");
    if (descr == null) {
      throw source.wrong("holds records of several fields; save one array of plain numbers");
    }
    boolean ordered = !descr.isEmpty() && "<>=|".indexOf(descr.charAt(0)) >= 0;
    ElementType type = TYPES.get(ordered ? descr.substring(1) : descr);
    if (type == null) {
      throw source.wrong(
          "holds values of NumPy type '"
              + descr
              + "' but must hold whole or floating-point numbers: b1, u1 to u8, i1 to i8, f2 to f8"
              + (isText(descr)
                  ? "; labels are whole numbers, too: numpy.unique(labels, return_inverse=True)[1]"
                      + " numbers the classes"
                  : ""));
    }
    return new NpyHeader(
        type,
        descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        fortran.equals("True"),
        extents(source, shape));
  }

  /** Strings, or Python objects, which labels that are read from a table often are. */
  private static boolean isText(String descr) {
    return descr.matches("[<>=|]?([USa]\\d*|O\\d*)");
  }

  private static String find(ByteSource source, Pattern pattern, String text, String key) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw source.wrong("has no readable '" + key + "' in its .npy header: it is damaged");
    }
    return matcher.group(1);
  }

  private static List<Long> extents(ByteSource source, String shape) {
    List<Long> extents = new ArrayList<>();
    for (String part : shape.replace("L", "").split(",", -1)) {
      String extent = part.strip();
      if (!extent.isEmpty()) {
        try {
          extents.add(Long.parseLong(extent));
        } catch (NumberFormatException e) {
          throw source.wrong("has a shape of (" + shape + ") in its .npy header: it is damaged");
        }
      }
    }
    return extents;
  }
}
