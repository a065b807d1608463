package io.plumbline.load.run;

import io.plumbline.load.Machine;
import io.plumbline.load.Stack;
import io.plumbline.load.Tenants;
import io.plumbline.load.shape.Shape;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = {
            "Asks the running stack each shape and their mix, beside the same SQL without the product, in turns.",
            "Needs the tenants that 'fill' makes. The ratio is the median by the median of 'compiled'."
        },
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final int ROUNDS = 2;

    @Option(names = "--clients", split = ",", description = "numbers of clients (default: ${DEFAULT-VALUE})")
    private List<Integer> clients = List.of(1, 16);

    @Option(names = "--seconds", description = "for each number (default: ${DEFAULT-VALUE})")
    private int seconds = 2;

    @Option(names = "--shapes", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Shape> shapes = List.of(Shape.values());

    @Option(names = "--url", description = "where requests go (default: the stack's gateway)")
    private URI url;

    @Option(names = "--tenants", description = "of how many tenants (default: ${DEFAULT-VALUE})")
    private int tenants = 4;

    private final ClosedLoop loop = new ClosedLoop();

    @Override
    public Integer call() throws Exception {
        Stack stack = Stack.running();
        System.out.println(Machine.describe());
        URI target = url == null ? stack.gateway() : url;
        try (Scene scene = new Scene(stack, target, Tenants.filled(stack, tenants), shapes, Collections.max(clients))) {
            for (Shape shape : shapes) {
                scene.check(shape);
            }
            warmUp(scene);
            for (int count : clients) {
                measure(scene, count);
            }
        }
        System.out.println(Machine.describe());
        if (loop.lastFailure() != null) {
            System.out.println("The last failure: " + loop.lastFailure().getMessage());
        }
        return loop.lastFailure() == null ? 0 : 1;
    }

    private void warmUp(Scene scene) throws Exception {
        List<BiFunction<Integer, Shape, Call>> kinds =
                List.of(scene::product, scene::cached, scene::compiled, scene::written);
        for (BiFunction<Integer, Shape, Call> kind : kinds) {
            loop.run(mixed(kind, Collections.max(clients)), Duration.ofSeconds(2L * seconds));
        }
    }

    private void measure(Scene scene, int count) throws Exception {
        Report.heading(count);
        for (Shape shape : shapes) {
            measure(
                    shape.title(),
                    clients(count, client -> scene.product(client, shape)),
                    clients(count, client -> scene.cached(client, shape)),
                    clients(count, client -> scene.compiled(client, shape)),
                    clients(count, client -> scene.written(client, shape)));
        }
        measure(
                "mix",
                mixed(scene::product, count),
                mixed(scene::cached, count),
                mixed(scene::compiled, count),
                mixed(scene::written, count));
    }

    /** In turns, so that other work on the machine slows all of them down alike. */
    private void measure(String title, List<Call> product, List<Call> cached, List<Call> compiled, List<Call> written)
            throws Exception {
        List<List<Call>> kinds = List.of(product, cached, compiled, written);
        List<Measured> sums = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                Measured measured = loop.run(kinds.get(kind), Duration.ofMillis(1000L * seconds / ROUNDS));
                if (round == 0) {
                    sums.add(measured);
                } else {
                    sums.set(kind, Measured.sum(sums.get(kind), measured));
                }
            }
        }
        Report.line(title, "product", sums.get(0), sums.get(2));
        Report.line("", "cached", sums.get(1), sums.get(2));
        Report.line("", "compiled", sums.get(2), sums.get(2));
        Report.line("", "by hand", sums.get(3), sums.get(2));
    }

    private List<Call> mixed(BiFunction<Integer, Shape, Call> kind, int count) {
        return clients(
                count,
                client -> Call.cycle(
                        shapes.stream().map(shape -> kind.apply(client, shape)).toList(), client));
    }

    private static List<Call> clients(int count, IntFunction<Call> client) {
        return IntStream.range(0, count).mapToObj(client).toList();
    }
}
