package io.plumbline.query.compiler.validate;

import java.util.HashSet;
import java.util.Set;

/** No two columns of the answer have the same name. */
final class UniqueColumns implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        Columns columns = new Columns(subject);
        Set<String> taken = new HashSet<>();
        Subject.each("/dimensions/", subject.spec().dimensions(), (pointer, dimension) -> {
            if (!taken.add(dimension.field())) {
                faults.add(pointer, "duplicate", "`" + dimension.field() + "` is grouped by already; keep one.");
            }
        });
        columns.dimensions().forEach(taken::add);
        columns.ofSprints().forEach(taken::add);
        subject.measures((pointer, measure) -> {
            String place = pointer + (measure.as() == null ? "/name" : "/as");
            columns.of(measure)
                    .filter(column -> subject.dimension(column).isPresent())
                    .filter(column -> !taken.contains(column))
                    .forEach(
                            column -> faults.add(
                                    place,
                                    "duplicate",
                                    "`" + column
                                            + "` is a dimension, so filters could mean either; name this column otherwise with `as`."));
            columns.of(measure)
                    .filter(taken::contains)
                    .findFirst()
                    .ifPresent(column -> faults.add(
                            place,
                            "duplicate",
                            "A column `" + column + "` is there already; name this one with `as`."));
            columns.of(measure).forEach(taken::add);
        });
    }
}
