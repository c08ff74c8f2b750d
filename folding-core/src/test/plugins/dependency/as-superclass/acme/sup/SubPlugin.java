package acme.sup;

import org.folding.api.plugin.FoldingPlugin;

public final class SubPlugin extends acme.lib.Base implements FoldingPlugin {}
