package io.hindsight.console;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.hindsight.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    @ArchTest
    static final ArchRule packagesPointOneWay =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("main")
                    .definedBy("io.hindsight.console")
                    .layer("command")
                    .definedBy("..console.command..")
                    .layer("demo")
                    .definedBy("..console.demo..")
                    .layer("replay")
                    .definedBy("..console.replay..")
                    .layer("state")
                    .definedBy("..console.state..")
                    .layer("kafka")
                    .definedBy("..console.kafka..")
                    .layer("publish")
                    .definedBy("..console.publish..")
                    .layer("compare")
                    .definedBy("..console.compare..")
                    .layer("local")
                    .definedBy("..console.local..")
                    .layer("fault")
                    .definedBy("..console.fault..")
                    .whereLayer("main")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("command")
                    .mayOnlyBeAccessedByLayers("main")
                    .whereLayer("demo")
                    .mayOnlyBeAccessedByLayers("command")
                    .whereLayer("replay")
                    .mayOnlyBeAccessedByLayers("command")
                    .whereLayer("state")
                    .mayOnlyBeAccessedByLayers("command")
                    .whereLayer("kafka")
                    .mayOnlyBeAccessedByLayers("command", "demo", "publish")
                    .whereLayer("publish")
                    .mayOnlyBeAccessedByLayers("command", "demo")
                    .whereLayer("compare")
                    .mayOnlyBeAccessedByLayers("command", "demo")
                    .whereLayer("local")
                    .mayOnlyBeAccessedByLayers("command", "demo");
}
