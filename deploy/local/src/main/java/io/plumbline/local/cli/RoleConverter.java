package io.plumbline.local.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --role}. */
final class RoleConverter implements ITypeConverter<String> {
    private static final List<String> ROLES = List.of("viewer", "analyst", "admin");

    @Override
    public String convert(String text) {
        if (!ROLES.contains(text)) {
            throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", ROLES));
        }
        return text;
    }
}
