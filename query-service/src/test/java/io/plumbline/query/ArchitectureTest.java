package io.plumbline.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers: resource, then service, then repository; and a compiler that knows none of them. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plumbline.query");

    @Test
    void theCompilerKnowsNoFrameworkAndNoIo() {
        noClasses()
                .that()
                .resideInAPackage("..query.compiler..")
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
                        "java.nio.file..",
                        "org.eclipse.microprofile..",
                        "io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void theCompilerKnowsNothingOfTheServiceAroundIt() {
        noClasses()
                .that()
                .resideInAPackage("..query.compiler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..query.run..",
                        "..query.explain..",
                        "..query.intake..",
                        "..query.values..",
                        "..query.catalog..",
                        "..query.database..",
                        "..query.freshness..",
                        "..query.schema..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnAResource() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .check(CLASSES.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are no resource", type -> !type.getSimpleName().endsWith("Resource"))));
    }

    @Test
    void onlyServicesUseRepositories() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .onlyHaveDependentClassesThat()
                .haveSimpleNameEndingWith("Service")
                .check(CLASSES);
    }

    @Test
    void onlyChecksOfTheDatabaseTouchThePoolDirectly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DatabaseGuard")
                .and()
                .doNotHaveSimpleName("WarehouseReadiness")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotTurnInCircles() {
        slices().matching("io.plumbline.query.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void injectsByConstructorAndPrintsNothing() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }
}
