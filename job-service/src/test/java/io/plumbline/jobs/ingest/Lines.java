package io.plumbline.jobs.ingest;

/** Records and webhooks written by hand. */
final class Lines {
    private Lines() {}

    /** A whole issue in status To Do. */
    static String issue(String id) {
        return "{\"kind\":\"issue\",\"data\":%s}".formatted(issueObject(id, "2026-03-01T00:00:00.000Z", "1", "To Do"));
    }

    static String issueObject(String id, String updated, String status, String name) {
        return """
                {"id":"%s","key":"PAY-%s","fields":{"project":{"id":"10","key":"PAY","name":"Payments"},"summary":"s",\
                "issuetype":{"name":"Story","subtask":false},"status":{"id":"%s","name":"%s","statusCategory":{"key":"new"}},\
                "created":"2026-03-01T00:00:00.000Z","updated":"%s"}}""".formatted(id, id, status, name, updated);
    }

    /** The webhook of an issue that was made just now. */
    static String created(String id, long timestamp) {
        return """
                {"timestamp":%d,"webhookEvent":"jira:issue_created","issue":%s}""".formatted(timestamp, issueObject(id, "2026-03-01T00:00:00.000Z", "1", "To Do"));
    }

    /** The webhook of its move to Done. */
    static String moved(String id, long timestamp) {
        return """
                {"timestamp":%d,"webhookEvent":"jira:issue_updated","issue":%s,"changelog":{"id":"77","items":[{"field":"status",\
                "fieldId":"status","fieldtype":"jira","from":"1","fromString":"To Do","to":"5","toString":"Done"}]}}""".formatted(timestamp, issueObject(id, "2026-03-02T00:00:00.000Z", "5", "Done"));
    }
}
