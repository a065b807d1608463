package io.plumbline.catalog.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.catalog.MetricDefinition;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class PagesApiTest {
    private static final String DOCS = "/analytics/metrics/docs";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)(?:#([^\"]*))?\"");

    @BeforeEach
    void queryIsThere() {
        Query.setBack();
    }

    @Test
    void listsEveryListedMetricUnderItsFamily() {
        String index = page("pages", "");
        for (MetricDefinition metric : CatalogFiles.load().metrics()) {
            assertThat(index.contains("id=\"" + metric.name() + "\""))
                    .as(metric.name())
                    .isEqualTo(metric.listed());
        }
        assertThat(index)
                .contains("<h2 id=\"lead_time\">Lead time</h2>", "docs/velocity.html", "story points per sprint");
        assertThat(page("pages", "/index.html")).contains("href=\"velocity.html\"");
    }

    @Test
    void hasAPageForEveryMetricAndNoDeadLink() {
        Set<String> links = links(page("pages", "/index.html"));
        Set<String> seen = new HashSet<>();
        while (!seen.containsAll(links)) {
            for (String link : Set.copyOf(links)) {
                if (seen.add(link)) {
                    links.addAll(links(page("pages", "/" + link)));
                }
            }
        }
        assertThat(seen)
                .containsAll(CatalogFiles.load().metrics().stream()
                        .map(metric -> metric.name() + "@" + metric.majorVersion() + ".html")
                        .toList());
    }

    @Test
    void everyJumpWithinAPageLandsSomewhere() {
        for (String each : List.of("/index.html", "/sprint_problematic_score.html")) {
            String page = page("pages", each);
            LINK.matcher(page)
                    .results()
                    .filter(link -> link.group(1).isEmpty() && link.group(2) != null)
                    .forEach(link -> assertThat(page).contains("id=\"" + link.group(2) + "\""));
        }
    }

    @Test
    void saysHowAMetricIsMadeAndAskedFor() {
        assertThat(page("pages", "/velocity.html"))
                .contains(
                        "<h1>Velocity</h1>",
                        "coalesce(sum(points_end) filter (where completed), 0)",
                        "One value for each closed sprint",
                        "avg; on request also sum",
                        "&quot;measures&quot;: [{&quot;name&quot;: &quot;velocity&quot;}]",
                        "<code>project_key</code>",
                        "definitions/metrics/throughput/velocity.yaml")
                .doesNotContain("<code>issue_type</code>");
        assertThat(page("pages", "/created.html")).contains("<code>issue_type</code>", "<code>label</code>");
        assertThat(page("pages", "/throughput_ratio.html")).contains("href=\"closed.html\"");
        assertThat(page("pages", "/sprint_problematic_score@1.html")).contains("0.25 × z(spillover_ratio)");
    }

    @Test
    void isThePageOfTheTenantsCatalog() {
        Api.create("pages-own", Sample.urgent("pages_urgent")).statusCode(200);
        given().auth()
                .oauth2(TestTokens.admin("pages-own"))
                .contentType("application/json")
                .header("If-Match", Api.tag("pages-own"))
                .body("""
                        {"parameters": {"stuck_count": {"days": 23}}, "hidden": ["escaped_defects"],
                         "calendar": {"working_days": ["sun", "mon"], "timezone": "Asia/Jerusalem"}}""")
                .put("/analytics/overlay")
                .then()
                .statusCode(200);
        assertThat(page("pages-own", "/pages_urgent.html")).contains("of your tenant", "Highest");
        assertThat(page("pages-own", "/stuck_count.html")).contains("<td>23</td>");
        assertThat(page("pages-own", "/lead_time_working.html")).contains("<dt>Working time</dt>", "Asia/Jerusalem");
        assertThat(page("pages", "/lead_time_working.html")).contains("<dt>Working time</dt>", "UTC");
        assertThat(page("pages-own", "/lead_time_p50.html")).doesNotContain("Working time");
        assertThat(page("pages-own", "")).doesNotContain("escaped_defects").contains("pages_urgent");
        assertThat(page("pages", "")).contains("escaped_defects").doesNotContain("pages_urgent");
    }

    @Test
    void escapesWhatATenantWrote() {
        ObjectNode metric = Sample.urgent("pages_hostile");
        String hostile = "<script>alert(1)</script>\" onload='x' & {page.metric} {#if}";
        metric.put("display_name", "A <img src=x onerror=alert(1)> & \"b\"");
        metric.put("description", "Counts " + hostile + " and nothing else at all.");
        metric.putArray("examples").add(hostile).add("</pre><svg onload=alert(1)>");
        ((ObjectNode) metric.get("computation")).put("where", "priority = '</code><script>'");
        Api.create("pages-hostile", metric).statusCode(200);
        for (String each : List.of("", "/pages_hostile.html")) {
            assertThat(page("pages-hostile", each))
                    .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;b&quot;")
                    .doesNotContain("<script", "<img", "<svg", "onload='");
        }
        assertThat(page("pages-hostile", "/pages_hostile.html")).contains("{page.metric} {#if}");
    }

    @Test
    void lookTheSameWithoutAnythingElse() {
        var response = Api.get("pages", DOCS + "/velocity.html")
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"));
        String html = response.extract().asString();
        assertThat(html).contains("prefers-color-scheme: dark", "@media print").doesNotContain("<script", "src=");
        given().auth()
                .oauth2(TestTokens.viewer("pages"))
                .header("If-None-Match", response.extract().header("ETag"))
                .get(DOCS + "/velocity.html")
                .then()
                .statusCode(304)
                .body(is(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"velocitty.html", "velocitty"})
    void namesTheNearestOfAPageThatIsNone(String page) {
        Api.get("pages", DOCS + "/" + page)
                .statusCode(404)
                .contentType(containsString("problem+json"))
                .body("errors[0].suggestion", equalTo("velocity"))
                .body("detail", containsString("Nearest: velocity"));
    }

    @Test
    void refusesAVersionThatIsNoneAndTakesNoNameOfAPage() {
        Api.get("pages", DOCS + "/velocity@9.html").statusCode(404).body("errors.code", contains("unknown_version"));
        Api.create("pages", Sample.urgent("index")).statusCode(400).body("errors[0].code", equalTo("reserved_name"));
        given().get(DOCS).then().statusCode(401);
    }

    private static String page(String tenant, String path) {
        return Api.get(tenant, DOCS + path).statusCode(200).extract().asString();
    }

    private static Set<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(link -> !link.isEmpty())
                .collect(Collectors.toSet());
    }
}
