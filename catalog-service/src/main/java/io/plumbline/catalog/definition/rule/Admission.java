package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import java.util.ArrayList;
import java.util.List;

/** What a definition must pass before anything is made of it. */
public final class Admission {
    private static final List<Rule> RULES = List.of(
            new UniqueNames(),
            new FileNames(),
            new UnambiguousSynonyms(),
            new EntitiesAreSound(),
            new JoinsReachOneRow(),
            new DimensionsHaveSources(),
            new TemplatesParse(),
            new ParametersAreUsed(),
            new AggregationsFit(),
            new DependenciesExist(),
            new DependenciesHaveNoCycle(),
            new InputsFit(),
            new WeightsSumToOne());

    private Admission() {}

    /** Everything that is wrong with the definitions; empty where they are admitted. */
    public static List<DefinitionFault> check(Definitions definitions) {
        var faults = new ArrayList<DefinitionFault>();
        for (Rule rule : RULES) {
            rule.check(definitions, fault -> faults.add(fault.named(rule.code())));
        }
        return faults;
    }
}
