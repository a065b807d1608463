package io.plumbline.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "io.plumbline.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule historiesArePure = noClasses()
            .that()
            .resideInAPackage("..jobs.history..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.plumbline.jobs.history..", "java.lang..", "java.time..", "java.util..");

    @ArchTest
    static final ArchRule readingAndMappingNeedNeitherFrameworkNorDatabase = noClasses()
            .that()
            .resideInAnyPackage("..jobs.tracker..", "..jobs.mapping..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "io.smallrye..", "io.vertx..", "org.jboss..", "java.sql..");

    @ArchTest
    static final ArchRule theWarehouseKnowsNoHttp = noClasses()
            .that()
            .resideInAPackage("..jobs.warehouse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.vertx..", "..jobs.imports..", "..jobs.instances..");

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule featuresHaveNoCycle = SlicesRuleDefinition.slices()
            .matching("io.plumbline.jobs.(*)..")
            .should()
            .beFreeOfCycles();
}
