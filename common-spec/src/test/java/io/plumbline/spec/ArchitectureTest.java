package io.plumbline.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What keeps the shared language free of frameworks, and the database behind one door. */
@AnalyzeClasses(packages = "io.plumbline.spec", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LANGUAGE = {
        "io.plumbline.spec",
        "io.plumbline.spec.catalog..",
        "io.plumbline.spec.expression..",
        "io.plumbline.spec.read..",
        "io.plumbline.spec.canonical..",
        "io.plumbline.spec.problem..",
        "io.plumbline.spec.event.."
    };

    @ArchTest
    static final ArchRule theLanguageKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(LANGUAGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.vertx..",
                    "io.smallrye..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.jboss..");

    @ArchTest
    static final ArchRule theLanguageKnowsNoGlue = noClasses()
            .that()
            .resideInAnyPackage(LANGUAGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.plumbline.spec.http..", "io.plumbline.spec.database..", "io.plumbline.spec.snapshot..");

    @ArchTest
    static final ArchRule expressionsKnowNoJson = noClasses()
            .that()
            .resideInAPackage("io.plumbline.spec.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule onlyTransactionsTouchThePool = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.plumbline.spec.tenant.TenantTransaction")
            .and()
            .doNotHaveFullyQualifiedName("io.plumbline.spec.database.PoolLimits")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\.(mutiny\\.)?(sqlclient|pgclient)\\.(Pool|PgPool)");

    @ArchTest
    static final ArchRule nobodyBorrowsConnectionsByHand =
            noClasses().should().callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("getConnection")));

    @ArchTest
    static final ArchRule stagesHaveNoCycles = slices().matching(
                    "io.plumbline.spec.(read|canonical|expression|catalog)..")
            .should()
            .beFreeOfCycles();
}
