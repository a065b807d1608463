package io.plumbline.acceptance.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.Chance;
import io.plumbline.acceptance.history.RandomHistory;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.product.Product;
import io.plumbline.acceptance.product.RunningProduct;
import io.plumbline.acceptance.product.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers agree with one another, on random histories. */
@ExtendWith(RunningProduct.class)
class RelationsTest {
    private static final int HISTORIES = Integer.getInteger("plumbline.histories", 5);
    private static final int QUESTIONS = Integer.getInteger("plumbline.relations", 8);
    private static final long SEED = Long.getLong("plumbline.seed", 1);

    private final Product product;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    RelationsTest(Product product) {
        this.product = product;
    }

    @Test
    void amountsArePartitioned() {
        hold(
                Question::ofAmounts,
                new ComplementMakesWhole(),
                new ComplementMakesGroups(),
                new NoThirdTruth(),
                new FilterPicksRowsOfBreakdown(),
                new PeriodsMakeTotal(),
                new SummedStageChangesNothing());
    }

    @Test
    void partsAreTheSameInOtherForms() {
        hold(
                Question::ofParts,
                new PartsMakeTotal(),
                new MoreDimensionsSameTotal(),
                new SharesMakeHundred(),
                new IssuesBehindCellMakeIt());
    }

    @Test
    void numbersAreTheSameInOtherForms() {
        hold(
                Question::ofAny,
                new NumberTestPartitionsRows(),
                new NumberTestPicksRows(),
                new RowIsItsFilter(),
                new MonthStandsAlone(),
                new PreviousStandsAlone(),
                new AsOfNowIsPresent(),
                new RanksFollowNumbers());
    }

    @Test
    void windowsOfAmountsAreSums() {
        hold(Question::ofAmounts, new RollingIsSumOfPeriods(), new CumulativeIsRunningSum(), new ToDateIsRunningSum());
    }

    @Test
    void windowsEndWithTheWhole() {
        hold(Question::ofWindows, new CumulativeEndsWithTotal(), new ToDateEndsWithPeriod());
    }

    private void hold(Function<Chance, Question> questions, Relation... relations) {
        Workers.each(SEED, HISTORIES, seed -> {
            Asker asker = new Asker(product, imported(seed));
            Chance chance = new Chance(seed);
            for (Relation relation : relations) {
                for (int j = 0; j < QUESTIONS; j++) {
                    check(relation, asker, questions.apply(chance), seed);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void check(Relation relation, Asker asker, Question question, long seed) {
        try {
            relation.violations(asker, question).stream()
                    .limit(2)
                    .forEach(w -> wrong.add("%s (seed %d): %s".formatted(relation.name(), seed, w)));
        } catch (AssertionError e) {
            wrong.add("%s (seed %d): %s".formatted(relation.name(), seed, e.getMessage()));
        }
    }

    private String imported(long seed) {
        String tenant = product.freshTenant();
        for (RawTracker tracker : RandomHistory.of(seed)) {
            product.load(tenant, tracker.instance(), tracker.lines());
        }
        return tenant;
    }
}
