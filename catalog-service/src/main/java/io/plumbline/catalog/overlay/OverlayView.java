package io.plumbline.catalog.overlay;

import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.spec.catalog.WorkingCalendar;
import java.util.List;
import java.util.Map;

/**
 * A tenant's overlay, as the API gives it.
 *
 * @param calendar the one in force, whole
 * @param setAside sentences on what of the tenant's part is not in force because it no longer fits the product; also of
 *     the tenant's own metrics
 */
public record OverlayView(
        Map<String, Map<String, Integer>> parameters,
        List<String> hidden,
        Map<String, List<String>> synonyms,
        WorkingCalendar calendar,
        List<String> setAside) {

    static OverlayView of(TenantCatalog catalog) {
        Overlay overlay = catalog.part().overlay();
        return new OverlayView(
                overlay.parameters(),
                overlay.hidden(),
                overlay.synonyms(),
                catalog.catalog().calendar(),
                catalog.effective().setAside());
    }
}
