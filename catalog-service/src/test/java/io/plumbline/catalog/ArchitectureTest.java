package io.plumbline.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.plumbline.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule definitionsNeedNoFramework = noClasses()
            .that()
            .resideInAPackage("..catalog.definition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..", "org.jboss..");

    @ArchTest
    static final ArchRule definitionsKnowNothingOfTheService = noClasses()
            .that()
            .resideInAPackage("..catalog.definition..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..catalog.store..", "..catalog.metric..", "..catalog.dimension..", "..catalog.http..");

    @ArchTest
    static final ArchRule onlyTheStoreReachesTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage("..catalog.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..");

    @ArchTest
    static final ArchRule theStoreKnowsNoResource = noClasses()
            .that()
            .resideInAPackage("..catalog.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "..catalog.metric..", "..catalog.dimension..");

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule featuresHaveNoCycle = SlicesRuleDefinition.slices()
            .matching("io.plumbline.catalog.(*)..")
            .should()
            .beFreeOfCycles();
}
