package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;

/** Finds what is wrong with opening a cell of a spec that has no fault itself. */
public final class DrillValidator {
    private DrillValidator() {}

    /** All faults, with pointers into the request; empty where the cell can be opened. */
    public static List<FieldError> faults(AnalyticsSpec spec, DrillRequest request, CatalogIndex catalog, Instant now) {
        Subject subject = new Subject(spec, catalog, now);
        Faults faults = new Faults();
        new DrillMeasure(subject, request, faults).check();
        new DrillRow(subject, request, faults).check();
        return faults.all();
    }
}
