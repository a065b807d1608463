package io.plumbline.query.compiler.resolve;

import java.util.List;

/** What a column shows in place of the measure's number. */
public sealed interface ResolvedShow {

    /** The dimensions of the spec that the rows of one total, or of one ranking, agree on; empty means all rows. */
    List<ResolvedDimension> within();

    /** The number in percent of the same measure over all rows that agree. */
    record Share(List<ResolvedDimension> within) implements ResolvedShow {
        public Share {
            within = List.copyOf(within);
        }
    }

    /** The place of the number among those of the rows that agree. */
    record Rank(List<ResolvedDimension> within, boolean descending) implements ResolvedShow {
        public Rank {
            within = List.copyOf(within);
        }
    }
}
