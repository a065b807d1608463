package io.plumbline.translator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The offline translator is plain Java; the service around it calls it and never the other way round. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plumbline.translator");

    @Test
    void theOfflineTranslatorKnowsNoFrameworkAndNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage("..translator.offline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "com.fasterxml..",
                        "java.net..",
                        "java.sql..",
                        "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void theOfflineTranslatorKnowsNothingOfTheServiceAroundIt() {
        noClasses()
                .that()
                .resideInAPackage("..translator.offline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..translator.ask..",
                        "..translator.translate..",
                        "..translator.query..",
                        "..translator.catalog..",
                        "..translator.chart..")
                .check(CLASSES);
    }

    @Test
    void injectsByConstructorAndPrintsNothing() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }
}
