package io.plumbline.translator.questions;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.Values;
import java.util.List;
import java.util.Map;

/** The real catalog and the values of the demo data. */
public final class DemoWords {
    private static final List<String> PEOPLE = List.of(
            "Ana Novak",
            "Ben Ortiz",
            "Chloe Martin",
            "Deepak Rao",
            "Eva Lindqvist",
            "Farid Haddad",
            "Grace Kim",
            "Hugo Silva");

    public static final Catalog CATALOG = CatalogFiles.load();

    public static final Values VALUES = new Values(Map.ofEntries(
            Map.entry("project_key", List.of("MOB", "OPS", "PAY", "WEB")),
            Map.entry("project_name", List.of("Mobile app", "Operations", "Payments", "Web shop")),
            Map.entry("assignee", PEOPLE),
            Map.entry("reporter", PEOPLE),
            Map.entry("issue_type", List.of("Bug", "Epic", "Story", "Sub-task", "Task")),
            Map.entry("status", List.of("Blocked", "Done", "In Progress", "In Review", "To Do")),
            Map.entry("priority", List.of("High", "Highest", "Low", "Lowest", "Medium")),
            Map.entry("label", List.of("backend", "checkout", "frontend", "production", "security", "tech-debt")),
            Map.entry("component", List.of("API", "Checkout", "Database", "Search")),
            Map.entry(
                    "sprint_name",
                    List.of("OPS Sprint 12", "PAY Sprint 11", "PAY Sprint 12", "WEB Sprint 12", "WEB Sprint 9")),
            Map.entry("board", List.of("MOB board", "OPS board", "PAY board", "WEB board"))));

    private DemoWords() {}
}
