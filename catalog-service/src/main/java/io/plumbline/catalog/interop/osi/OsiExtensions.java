package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;

/** Our part of {@code custom_extensions}: JSON as a text, as the specification has it. */
final class OsiExtensions {
    private static final String VENDOR = "COMMON";

    private OsiExtensions() {}

    static ArrayNode of(ObjectNode ours) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set(Extension.NAMESPACE, ours);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("vendor_name", VENDOR).put("data", data.toString());
        return list;
    }
}
