package io.plumbline.query.run;

import io.plumbline.query.cache.kept.Policy;
import io.plumbline.query.cache.kept.Question;
import io.plumbline.query.intake.ReadSpec;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.tenant.Caller;

/**
 * One call of run.
 *
 * @param watch started when it came in
 */
record RunCall(ReadSpec asked, Catalog catalog, Caller caller, Stopwatch watch) {
    Question question() {
        return new Question(caller.tenant(), Policy.of(caller), catalog.version(), asked.hash());
    }
}
