package io.plumbline.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.load.shape.Shape;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The product's HTTP interface, as a client of one tenant uses it. */
final class Product {
    private final HttpClient http;
    private final URI url;
    private final String token;

    Product(HttpClient http, URI url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /** Runs the spec anew; the whole answer is read. */
    Call run(Shape shape) {
        HttpRequest request = request("/analytics/run?cache=fresh", shape);
        return () -> send(request);
    }

    /** Gives an answer that it may have kept. */
    Call recall(Shape shape) {
        HttpRequest request = request("/analytics/run", shape);
        return () -> send(request);
    }

    /** The statement that the product would run. */
    JsonNode explain(Shape shape) throws IOException, InterruptedException {
        return Json.mapper()
                .readTree(send(request("/analytics/explain", shape)))
                .path("data");
    }

    /** How many rows the answer has. */
    int rows(Shape shape) throws IOException, InterruptedException {
        return Json.mapper()
                .readTree(send(request("/analytics/run", shape)))
                .path("data")
                .path("results")
                .size();
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "status " + response.statusCode() + " of " + request.uri().getPath());
        }
        return response.body();
    }

    private HttpRequest request(String path, Shape shape) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(shape.json()))
                .build();
    }
}
