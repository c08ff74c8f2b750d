package org.folding.core.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.core.config.RunKeys;
import org.folding.core.output.FileHash;
import org.folding.core.output.Provenance;
import org.folding.core.output.Versions;

/** What decides over the numbers of a run: its configuration, and what its files hold. */
final class RunIdentity {
  private RunIdentity() {}

  /**
   * @return the same text by the same names for runs that give the same results
   */
  static Map<String, String> of(Provenance provenance) {
    Map<String, String> identity = new LinkedHashMap<>();
    provenance
        .configuration()
        .forEach(
            (key, value) -> {
              if (RunKeys.decidesOverResults(key)) {
                identity.put(key, value);
              }
            });
    addHashes("model", provenance.model(), identity);
    addHashes("data", provenance.data(), identity);
    addHashes("plugins", provenance.plugins(), identity);
    identity.put("the version of folding", Versions.folding());
    return identity;
  }

  private static void addHashes(String what, List<FileHash> files, Map<String, String> identity) {
    for (int i = 0; i < files.size(); i++) {
      identity.put("the SHA-256 of file " + (i + 1) + " of " + what, files.get(i).sha256());
    }
  }
}
