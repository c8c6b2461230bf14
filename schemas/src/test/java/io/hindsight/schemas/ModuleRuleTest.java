package io.hindsight.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.hindsight", importOptions = DoNotIncludeTests.class)
class ModuleRuleTest {

    @ArchTest
    static final ArchRule usesAvroAndNoSibling =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.apache.avro..", "io.hindsight.schemas..");
}
