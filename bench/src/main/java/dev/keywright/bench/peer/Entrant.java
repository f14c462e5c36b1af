package dev.keywright.bench.peer;

import dev.keywright.bench.load.Workload;
import dev.keywright.bench.process.ServerProcess;

/**
 * A running server of the comparison, and what it can be asked.
 *
 * @param refreshes each connection's own chain of them
 * @param introspections of its access tokens, at random
 */
public record Entrant(Contestant contestant, ServerProcess process, Workload refreshes, Workload introspections) {}
