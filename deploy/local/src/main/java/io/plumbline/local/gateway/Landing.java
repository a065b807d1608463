package io.plumbline.local.gateway;

/** What {@code GET /} says. */
final class Landing {
    static final String MEDIA_TYPE = "text/html; charset=utf-8";

    static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>Plumbline</title>
            <h1>Plumbline</h1>
            <p>Answers questions about software delivery. Every call below needs a token
            (<code>Authorization: Bearer</code>); <code>./plumbline token</code> makes one.</p>
            <dl>
            <dt>POST /analytics/ask, /analytics/translate</dt><dd>a question in plain English</dd>
            <dt>POST /analytics/run, /analytics/explain; GET /analytics/schema</dt><dd>a spec, and its JSON Schema</dd>
            <dt>POST /analytics/drill</dt><dd>the issues behind a number of an answer</dd>
            <dt>GET /analytics/receipts/{id}; POST /analytics/receipts/{id}/verify</dt><dd>what an answer was made of, and
            whether it would be the same today</dd>
            <dt>GET /analytics/metrics, /analytics/dimensions</dt><dd>what can be asked</dd>
            <dt>GET /analytics/metrics/docs</dt><dd>the same as pages for people</dd>
            <dt>GET /analytics/metrics/export; POST /analytics/metrics/import</dt><dd>the same for dbt and OSI</dd>
            <dt>POST /analytics/imports; GET /analytics/imports/{id}</dt><dd>tracker records</dd>
            <dt>GET /.well-known/jwks.json</dt><dd>the keys that tokens are signed with (no token needed)</dd>
            </dl>
            <p>Try <code>./plumbline ask "average velocity by project this year"</code>.</p>
            </html>
            """;

    private Landing() {}
}
