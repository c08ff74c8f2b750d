package org.folding.engine.adaptive;

/**
 * What the search on one path came to.
 *
 * @param evaluations at how many points the network was evaluated
 * @param openGaps between how many neighbouring points something may still be hidden, because the
 *     evaluations were used up; 0 if the search came to its own end
 * @param openSteps between how many of those several counted bits flip, in an order that is not
 *     known; such flips form one step of the walk
 */
public record SearchOutcome(int evaluations, int openGaps, int openSteps) {}
