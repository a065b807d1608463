package io.plumbline.load.run;

import io.plumbline.load.Stack;
import io.plumbline.load.Tokens;
import io.plumbline.load.shape.Shape;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All clients with their connections; client i asks for tenant i, and so on from the first again. */
final class Scene implements AutoCloseable {
    /** A tenant, and how to ask for it. */
    private record Tenant(String name, Product product, Map<Shape, Statement> compiled) {}

    private final List<Tenant> tenants = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();

    Scene(Stack stack, URI url, List<String> names, List<Shape> shapes, int clients) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (String name : names) {
            Product product = new Product(http, url, Tokens.of(name));
            Map<Shape, Statement> compiled = new EnumMap<>(Shape.class);
            for (Shape shape : shapes) {
                compiled.put(shape, Statement.of(product.explain(shape)));
            }
            tenants.add(new Tenant(name, product, compiled));
        }
        for (int i = 0; i < clients; i++) {
            databases.add(Database.connect(vertx, stack));
        }
    }

    Call product(int client, Shape shape) {
        return tenant(client).product().run(shape);
    }

    Call cached(int client, Shape shape) {
        return tenant(client).product().recall(shape);
    }

    /** The product's own statement. */
    Call compiled(int client, Shape shape) {
        return databases
                .get(client)
                .run(tenant(client).compiled().get(shape), tenant(client).name());
    }

    Call written(int client, Shape shape) {
        return databases.get(client).run(written(shape), tenant(client).name());
    }

    /** Fails where product and statements do not even agree on the number of rows: then they do not do the same. */
    void check(Shape shape) throws Exception {
        Tenant tenant = tenants.getFirst();
        int product = tenant.product().rows(shape);
        int compiled = databases.getFirst().rows(tenant.compiled().get(shape), tenant.name());
        int written = databases.getFirst().rows(written(shape), tenant.name());
        if (product != compiled || product != written) {
            throw new IllegalStateException(
                    "%s: %d rows by the product, %d by its statement, %d by the one written by hand"
                            .formatted(shape.title(), product, compiled, written));
        }
    }

    @Override
    public void close() {
        databases.forEach(Database::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Tenant tenant(int client) {
        return tenants.get(client % tenants.size());
    }

    private static Statement written(Shape shape) {
        return new Statement(shape.sql(), Tuple.tuple());
    }
}
