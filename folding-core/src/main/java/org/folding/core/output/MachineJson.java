package org.folding.core.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.folding.engine.KernelInfo;

/** Says by which program and on which machine results were made. */
public final class MachineJson {
  private MachineJson() {}

  /**
   * @param node receives {@code versions}, {@code machine} and {@code kernels}
   */
  public static void put(ObjectNode node) {
    node.putObject("versions")
        .put("folding", Versions.folding())
        .put("java", System.getProperty("java.version"))
        .put("jvm", System.getProperty("java.vm.name"));
    node.putObject("machine")
        .put("os", System.getProperty("os.name"))
        .put("os_version", System.getProperty("os.version"))
        .put("arch", System.getProperty("os.arch"))
        .put("processors", Runtime.getRuntime().availableProcessors());
    KernelInfo kernels = KernelInfo.current();
    ObjectNode kind = node.putObject("kernels").put("kind", kernels.kind());
    if (kernels.bits() > 0) {
      kind.put("bits", kernels.bits());
    }
    kernels.obstacle().ifPresent(obstacle -> kind.put("reason", obstacle));
  }
}
