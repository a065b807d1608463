package io.plumbline.local.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --tenant}: services answer a token of another form as if there were none. */
final class TenantConverter implements ITypeConverter<String> {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    @Override
    public String convert(String text) {
        if (!SLUG.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is no name of a tenant: small letters, digits, - and _, at most 63, the first a letter or digit");
        }
        return text;
    }
}
