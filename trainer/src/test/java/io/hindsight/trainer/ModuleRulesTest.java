package io.hindsight.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.hindsight.trainer",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
    private static final String ROOT = "io.hindsight.trainer.";

    @ArchTest
    static final ArchRule dataKnowsNothingOfNetsOrTraining =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "data..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "nets..", ROOT + "train..", ROOT + "teach..", ROOT + "judge..");

    @ArchTest
    static final ArchRule netsKnowNothingOfDataOrTraining =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "nets..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "data..",
                            ROOT + "loss..",
                            ROOT + "optimise..",
                            ROOT + "train..",
                            ROOT + "teach..",
                            ROOT + "judge..");

    @ArchTest
    static final ArchRule lossesKnowNothingElse =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "loss..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "data..",
                            ROOT + "nets..",
                            ROOT + "optimise..",
                            ROOT + "train..",
                            ROOT + "teach..",
                            ROOT + "judge..");

    @ArchTest
    static final ArchRule optimisersKnowParametersAlone =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "optimise..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "data..",
                            ROOT + "loss..",
                            ROOT + "train..",
                            ROOT + "teach..",
                            ROOT + "judge..");

    @ArchTest
    static final ArchRule trainingKnowsNothingOfTeachersOrJudges =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "train..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "teach..", ROOT + "judge..");

    @ArchTest
    static final ArchRule judgesKnowNothingOfHowABundleWasMade =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "judge..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "nets..", ROOT + "train..", ROOT + "teach..");

    @ArchTest
    static final ArchRule anchorsAreFittedWithoutNets =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "anchor..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "nets..",
                            ROOT + "loss..",
                            ROOT + "optimise..",
                            ROOT + "teach..",
                            ROOT + "judge..");

    @ArchTest
    static final ArchRule nothingKnowsTheReport =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "report..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "report..");

    @ArchTest
    static final ArchRule nothingKnowsThePageOfWhatWasDetected =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "detect.page..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "detect.page..");

    @ArchTest
    static final ArchRule pagesAreMadeWithoutKnowingWhatTheyTell =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "page..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "data..",
                            ROOT + "judge..",
                            ROOT + "compare..",
                            ROOT + "report..",
                            ROOT + "detect..");

    @ArchTest
    static final ArchRule noRoomsInACircle =
            slices().matching("io.hindsight.trainer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nd4jStaysInTheNets =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "nets..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule nothingKnowsTheJobOrTheBroker =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.flink..",
                            "org.apache.kafka..",
                            "io.hindsight.job..",
                            "io.hindsight.schemas..");
}
