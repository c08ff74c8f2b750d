package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.platform.Fp16Conversions;
import org.junit.jupiter.api.Test;

/** All numbers of 16 bits against ONNX Runtime's own conversions. */
final class HalfFloatsTest {

  @Test
  void readsEveryNumberOf16Bits() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      assertThat(HalfFloats.fromFloat16(bits))
          .as("binary16 %04x", bits)
          .isEqualTo(Double.valueOf(Fp16Conversions.fp16ToFloat((short) bits)));
      assertThat(HalfFloats.fromBfloat16(bits))
          .as("bfloat16 %04x", bits)
          .isEqualTo(Double.valueOf(Fp16Conversions.bf16ToFloat((short) bits)));
    }
  }

  @Test
  void sameBitsForNegativeShorts() {
    assertThat(HalfFloats.fromFloat16((short) 0xb400)).isEqualTo(-0.25);
    assertThat(HalfFloats.fromBfloat16((short) 0xbe80)).isEqualTo(-0.25);
  }

  @Test
  void writesMultiplesOfOne64th() {
    for (int i = -64; i <= 64; i++) {
      float value = i / 64f;
      assertThat(HalfFloats.toFloat16(value)).isEqualTo(Fp16Conversions.floatToFp16(value));
      assertThat(HalfFloats.toBfloat16(value)).isEqualTo(Fp16Conversions.floatToBf16(value));
    }
  }
}
