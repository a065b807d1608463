package io.plumbline.query.run;

import io.plumbline.query.audit.Kind;
import io.plumbline.query.intake.AcceptedSpec;
import io.plumbline.query.paging.Cursor;
import io.plumbline.query.paging.Pages;
import io.plumbline.query.receipt.RunningHash;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The further pages of an answer in JSON: read anew each time, without a receipt. */
@ApplicationScoped
public class RunPage {
    private final Pages pages;
    private final RunService service;
    private final QueryMeter meter;

    RunPage(Pages pages, RunService service, QueryMeter meter) {
        this.pages = pages;
        this.service = service;
        this.meter = meter;
    }

    Uni<Answer> run(byte[] body, Cursor cursor, Caller caller) {
        return meter.observe(
                watch -> pages.accept(body, Optional.of(cursor), caller.tenant())
                        .flatMap(accepted -> service.evaluate(accepted, caller, Kind.RUN)
                                .map(evaluation -> answer(accepted, cursor, evaluation, watch))),
                answer -> answer.data().total());
    }

    private static Answer answer(AcceptedSpec accepted, Cursor cursor, Evaluation evaluation, Stopwatch watch) {
        Pages.requireSame(Optional.of(cursor), evaluation.state());
        RunningHash hash = new RunningHash();
        evaluation.rows().rows().forEach(hash::add);
        return AnswerWriter.write(accepted, evaluation, new Proof(Optional.empty(), hash.end()), watch.millis());
    }
}
