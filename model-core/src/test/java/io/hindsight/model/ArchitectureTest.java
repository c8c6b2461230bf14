package io.hindsight.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which package may know which, bottom to top; and that all of it is plain Java. */
@AnalyzeClasses(
        packages = "io.hindsight.model",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.hindsight.model.";

    @ArchTest static final ArchRule series = knowsOnly("series");
    @ArchTest static final ArchRule normalise = knowsOnly("normalise");
    @ArchTest static final ArchRule recurrent = knowsOnly("recurrent");
    @ArchTest static final ArchRule score = knowsOnly("score", "score.joint", "score.outside");
    @ArchTest static final ArchRule jointScore = knowsOnly("score.joint");
    @ArchTest static final ArchRule outsideScore = knowsOnly("score.outside");
    @ArchTest static final ArchRule episode = knowsOnly("episode");
    @ArchTest static final ArchRule context = knowsOnly("context");
    @ArchTest static final ArchRule anchor = knowsOnly("anchor", "normalise", "series");
    @ArchTest static final ArchRule spread = knowsOnly("spread", "score");
    @ArchTest static final ArchRule student = knowsOnly("student", "anchor", "series", "recurrent");

    @ArchTest
    static final ArchRule generic = knowsOnly("generic", "recurrent", "score", "score.outside");

    @ArchTest
    static final ArchRule revise =
            knowsOnly("revise", "student", "anchor", "normalise", "recurrent", "series");

    @ArchTest
    static final ArchRule bundle =
            knowsOnly(
                    "bundle",
                    "json",
                    "context",
                    "revise",
                    "student",
                    "generic",
                    "anchor",
                    "spread",
                    "normalise",
                    "recurrent",
                    "series");

    @ArchTest static final ArchRule json = knowsOnly("json");
    @ArchTest static final ArchRule suppress = knowsOnly("suppress", "json");

    @ArchTest
    static final ArchRule sensor =
            knowsOnly(
                    "sensor",
                    "suppress",
                    "bundle",
                    "context",
                    "revise",
                    "student",
                    "anchor",
                    "spread",
                    "normalise",
                    "score",
                    "generic",
                    "episode");

    @ArchTest
    static final ArchRule timeline =
            knowsOnly("timeline", "sensor", "suppress", "episode", "normalise", "revise");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheJsonPackageParses =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "json")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule plainJava =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<JavaClass>(
                                    "are not the JDK's or the JSON reader's") {
                                @Override
                                public boolean test(JavaClass type) {
                                    JavaClass base = type.getBaseComponentType();
                                    return !(base.isPrimitive()
                                            || base.getPackageName().startsWith("java.")
                                            || base.getPackageName()
                                                    .startsWith("com.fasterxml.jackson.core")
                                            || base.getName().startsWith(ROOT));
                                }
                            });

    @ArchTest
    static final ArchRule noNativeCode = methods().should().notHaveModifier(JavaModifier.NATIVE);

    @ArchTest
    static final ArchRule sameBitsOnEveryMachine =
            noClasses()
                    .should()
                    .callMethod(Math.class, "exp", double.class)
                    .orShould()
                    .callMethod(Math.class, "log", double.class)
                    .orShould()
                    .callMethod(Math.class, "log10", double.class)
                    .orShould()
                    .callMethod(Math.class, "sin", double.class)
                    .orShould()
                    .callMethod(Math.class, "cos", double.class)
                    .orShould()
                    .callMethod(Math.class, "acos", double.class)
                    .orShould()
                    .callMethod(Math.class, "tanh", double.class)
                    .orShould()
                    .callMethod(Math.class, "pow", double.class, double.class)
                    .because("StrictMath gives one result, Math may give one of several");

    /** A package may know itself, the named ones, and what is not ours. */
    private static ArchRule knowsOnly(String name, String... below) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<JavaClass>("are of packages beside or above") {
                            @Override
                            public boolean test(JavaClass type) {
                                String home = type.getBaseComponentType().getPackageName();
                                return home.startsWith(ROOT)
                                        && !home.equals(ROOT + name)
                                        && Arrays.stream(below)
                                                .noneMatch(other -> home.equals(ROOT + other));
                            }
                        });
    }
}
