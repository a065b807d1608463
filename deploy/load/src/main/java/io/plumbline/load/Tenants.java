package io.plumbline.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tenants that {@code fill} made. */
public final class Tenants {
    private Tenants() {}

    /**
     * Their names, in order.
     *
     * @param most how many at most
     */
    public static List<String> filled(Stack stack, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = stack.superuser();
                var statement = connection.prepareStatement(
                        "SELECT tenant_id FROM warehouse.tenants WHERE tenant_id LIKE 'load-%' ORDER BY 1 LIMIT ?")) {
            statement.setInt(1, most);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("There are no tenants to ask for. Run ./deploy/load/bench fill first.");
        }
        return names;
    }
}
