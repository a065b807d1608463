package io.plumbline.catalog.http;

import io.plumbline.spec.problem.ProblemType;
import java.util.Locale;

/** The problems of this service alone. */
public enum CatalogProblem implements ProblemType {
    INVALID_METRIC(400, Kind.CALLER, "The metric's definition is not valid."),
    INVALID_OVERLAY(400, Kind.CALLER, "The overlay is not valid."),
    INVALID_FILE(400, Kind.CALLER, "The file can't be imported."),
    PRODUCT_METRIC(409, Kind.CALLER, "The metric belongs to the product."),
    VERSION_EXISTS(409, Kind.CALLER, "The metric has such a version already."),
    STILL_USED(409, Kind.CALLER, "Other definitions stand on the metric."),
    TOO_MANY_VERSIONS(409, Kind.LIMIT, "The tenant's catalog is full."),
    STALE(412, Kind.CALLER, "The catalog has changed since you read it."),
    PRECONDITION_REQUIRED(428, Kind.CALLER, "Say which state you mean to change.");

    private final int status;
    private final Kind kind;
    private final String title;

    CatalogProblem(int status, Kind kind, String title) {
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
