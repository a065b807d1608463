package io.plumbline.local.stack;

import io.plumbline.local.state.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout whose packaged services are small programs: the launcher knows services only as processes with a health port. */
final class FakeCheckout {
    private FakeCheckout() {}

    static void make(Path folder) throws IOException {
        for (Service service : Service.values()) {
            Path application = service.application(folder);
            Files.createDirectories(application);
            jar(application.resolve("quarkus-run.jar"));
        }
    }

    private static void jar(Path file) throws IOException {
        String name = StandInService.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream code = StandInService.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
            jar.closeEntry();
        }
    }
}
