package io.plumbline.query.testing;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

/** Acts on the {@link Neighbours} from a test, which runs in another class loader than they do. */
public final class Control {
    private Control() {}

    /** Does what the path names, for example {@code catalog/away}. */
    public static void act(String path) {
        String url = ConfigProvider.getConfig().getValue("PLUMBLINE_CATALOG_URL", String.class);
        given().baseUri(url).when().post("/" + path).then().statusCode(204);
    }
}
