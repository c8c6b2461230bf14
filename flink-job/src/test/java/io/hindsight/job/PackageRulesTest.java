package io.hindsight.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the job: who may know whom. */
@AnalyzeClasses(packages = "io.hindsight.job", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {

    @ArchTest
    static final ArchRule packagesPointOneWay =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("top")
                    .definedBy("io.hindsight.job")
                    .layer("results")
                    .definedBy("io.hindsight.job.results")
                    .layer("step")
                    .definedBy("io.hindsight.job.step")
                    .layer("context")
                    .definedBy("io.hindsight.job.context")
                    .layer("models")
                    .definedBy("io.hindsight.job.models")
                    .layer("decode")
                    .definedBy("io.hindsight.job.decode")
                    .layer("state")
                    .definedBy("io.hindsight.job.state")
                    .layer("options")
                    .definedBy("io.hindsight.job.options")
                    .whereLayer("top")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("results")
                    .mayOnlyBeAccessedByLayers("step", "top")
                    .whereLayer("step")
                    .mayOnlyBeAccessedByLayers("top")
                    .whereLayer("context")
                    .mayOnlyBeAccessedByLayers("step", "top")
                    .whereLayer("models")
                    .mayOnlyBeAccessedByLayers("context", "step", "top")
                    .whereLayer("decode")
                    .mayOnlyBeAccessedByLayers("models", "context", "step", "top")
                    .whereLayer("options")
                    .mayOnlyBeAccessedByLayers("results", "top");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.hindsight.job.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStateKnowsNoOtherRoom =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.hindsight.job.state", "io.hindsight.job.options")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.hindsight.job",
                            "io.hindsight.job.decode",
                            "io.hindsight.job.models",
                            "io.hindsight.job.context",
                            "io.hindsight.job.step",
                            "io.hindsight.job.results");

    @ArchTest
    static final ArchRule optionsKnowNoFlink =
            noClasses()
                    .that()
                    .resideInAPackage("io.hindsight.job.options")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache..");

    @ArchTest
    static final ArchRule noTrainerInTheJob =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.hindsight.trainer..",
                            "io.hindsight.console..",
                            "org.nd4j..",
                            "org.bytedeco..");
}
