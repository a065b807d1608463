package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Measure;
import java.util.List;

/** Refuses what the language can say and the planner can't do, so that nothing is passed over in silence. */
final class PlannedMembers implements Rule {
    private static final String CODE = "not_supported";

    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) -> measure(pointer, measure, faults));
    }

    private static void measure(String pointer, Measure measure, Faults faults) {
        refuse(faults, pointer + "/per", measure.per());
    }

    private static void refuse(Faults faults, String pointer, Object member) {
        if (member != null) {
            refuse(faults, pointer);
        }
    }

    private static void refuse(Faults faults, String pointer) {
        faults.misfit(pointer, CODE, "This is not supported yet.", List.of());
    }
}
