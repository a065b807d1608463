package io.plumbline.catalog.interop.file;

import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of metrics in a file: each stands once, in a form that every format takes. The newest version has the plain one. */
public final class FileNames {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private FileNames() {}

    public static FileNames of(List<MetricDefinition> metrics, Shapes shapes) {
        var all = new FileNames();
        metrics.stream().filter(metric -> isNewest(metric, shapes)).forEach(metric -> all.put(metric, metric.name()));
        metrics.stream()
                .filter(metric -> !isNewest(metric, shapes))
                .forEach(metric -> all.put(metric, metric.name() + "_v" + metric.majorVersion()));
        return all;
    }

    /** The name of that version in the file. */
    public String of(MetricDefinition metric) {
        return names.get(metric.id());
    }

    /** A name as formats take it: no two underscores in a row, none at the end. */
    public static String plain(String name) {
        return name.replaceAll("_+", "_").replaceAll("_$", "");
    }

    private void put(MetricDefinition metric, String wanted) {
        names.put(metric.id(), free(plain(wanted), taken));
    }

    /** The name, or one with a number where it is taken; taken from then on. */
    public static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static boolean isNewest(MetricDefinition metric, Shapes shapes) {
        return shapes.newest(metric.name())
                .filter(newest -> newest.id().equals(metric.id()))
                .isPresent();
    }
}
