package io.plumbline.query.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Each stage knows only those before it. */
class LayersTest {
    private static final String COMPILER = "io.plumbline.query.compiler";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(COMPILER);

    @Test
    void keepsTheOrderOfTheStages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("index")
                .definedBy(COMPILER + ".index..")
                .layer("validate")
                .definedBy(COMPILER + ".validate..")
                .layer("resolve")
                .definedBy(COMPILER + ".resolve..")
                .layer("plan")
                .definedBy(COMPILER + ".plan..")
                .layer("sql")
                .definedBy(COMPILER + ".sql..")
                .layer("words")
                .definedBy(COMPILER + ".words..")
                .layer("facade")
                .definedBy(COMPILER)
                .whereLayer("facade")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("sql")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("words")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("sql", "facade")
                .whereLayer("resolve")
                .mayOnlyBeAccessedByLayers("plan", "words", "facade")
                .whereLayer("validate")
                .mayOnlyBeAccessedByLayers("resolve", "facade")
                .check(CLASSES);
    }

    @Test
    void keepsTheSpecAsWrittenFromPlannerAndRenderer() {
        noClasses()
                .that()
                .resideInAnyPackage(COMPILER + ".plan..", COMPILER + ".sql..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.plumbline\\.spec\\.(AnalyticsSpec|Measure|Dimension|Filter|Sort|TimeRange)")
                .check(CLASSES);
    }

    @Test
    void writesSqlInOneStageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMPILER + ".sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .check(CLASSES);
    }

    @Test
    void waitsForNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.smallrye..", "jakarta..", "io.vertx..", "io.quarkus..", "com.fasterxml..")
                .check(CLASSES);
    }
}
