package io.hindsight.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code train}, then {@code evaluate} and {@code replay} on its bundle, on a file of a well. */
class RecordingCommandsTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final int HOURS = 400;
    private static final String READ = ": must not be a file that is read";

    @TempDir private static Path folder;
    private static Path recording;
    private static Path bundle;
    private static Run training;

    @BeforeAll
    static void train() throws IOException {
        List<String> lines = new ArrayList<>(List.of("when,level,temp"));
        SplittableRandom random = new SplittableRandom(3);
        for (int hour = 0; hour < HOURS; hour++) {
            double wave = Math.sin(2 * Math.PI * hour / 24) + 0.1 * random.nextDouble();
            String temperature = hour % 7 == 3 ? "" : Double.toString(10 + 4 * wave);
            lines.add(time(hour) + "," + (2 + wave) + "," + temperature);
        }
        lines.add(time(HOURS - 1) + ",0,0");
        recording = file("well.csv", lines);
        bundle = folder.resolve("well.bundle");
        training =
                Run.of(
                        "train",
                        "--data",
                        recording,
                        "--time",
                        "when",
                        "--sensor-id",
                        "well",
                        "--hidden",
                        4,
                        "--epochs",
                        1,
                        "--metrics",
                        folder.resolve("metrics.json"),
                        "--report",
                        folder.resolve("report.html"),
                        "--out",
                        bundle);
    }

    @Test
    void trainWritesAPageAboutWhatItCameTo() throws Exception {
        Path report = folder.resolve("report.html");

        Document page =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());

        assertThat(page.getDocumentElement().getTextContent())
                .contains("well.csv", "1 sensor", "level, temp", "1 hour", "epochs 1")
                .contains("How good it is", "causal step", "student: best epoch 1 of 1");
        assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(7);
        assertThat(report).content().doesNotContain("http:", "https:", "NaN");
    }

    @Test
    void aReportMustHaveAPlaceBeforeAnythingIsTrained() {
        Path nowhere = folder.resolve("nowhere/report.html");

        assertFault(
                Run.of(
                        "train",
                        "--data",
                        recording,
                        "--out",
                        folder.resolve("x"),
                        "--report",
                        nowhere),
                nowhere + ": must be a file in a folder that can be written to");
    }

    @Test
    void noOutputTakesThePlaceOfWhatIsReadOrOfAnotherOutput() throws IOException {
        Path mask = file("kept.csv", List.of("time,sensor,channel", time(390) + ",well,level"));
        Path link = Files.createSymbolicLink(folder.resolve("link.bundle"), bundle);
        Path other = folder.resolve("./x");
        byte[] before = Files.readAllBytes(bundle);

        assertFault(evaluate(mask, "--json", bundle), bundle + READ);
        assertFault(evaluate(mask, "--json", mask), mask + READ);
        assertFault(replayInto(bundle), bundle + READ);
        assertFault(replayInto(link), link + READ);
        assertFault(replayInto(recording), recording + READ);
        assertFault(train("--metrics", recording), recording + READ);
        assertFault(train("--metrics", other), other + ": must not be two outputs at once");
        assertFault(train("--report", other), other + ": must not be two outputs at once");
        assertFault(train("--from", bundle, "--metrics", bundle), bundle + READ);
        assertFault(
                Run.of("train", "--from", bundle, "--data", recording, "--out", bundle),
                bundle + READ);
        assertThat(Files.readAllBytes(bundle)).isEqualTo(before);
    }

    private static Run replayInto(Path out) {
        return Run.of("replay", "--bundle", bundle, "--data", recording, "--out", out);
    }

    @Test
    void trainWritesABundleAndSaysWhatItRead() throws IOException {
        assertThat(training.err()).isEmpty();
        assertThat(training.code()).isZero();
        assertThat(training.out())
                .startsWith("data: 1 sensors, 2 channels, 400 slots, 1 duplicates dropped,")
                .contains("a slot each PT1H", "280 slots train", "frozen", "off grid")
                .contains("season: 24 slots (PT24H), ")
                .contains("causal step", "last observation")
                .contains(bundle.toString());
        assertThat(bundle).isNotEmptyFile();
        assertThat(json(folder.resolve("metrics.json")).at("/test/causal/mae").asDouble())
                .isPositive();
    }

    @Test
    void evaluateJudgesTheModelAndTheBaselinesOnTheCellsOfTheMask() throws IOException {
        Path mask =
                file(
                        "mask.csv",
                        List.of(
                                "time,sensor,channel",
                                time(390) + ",well,level",
                                time(391) + ",well,level",
                                time(392) + ",well,temp"));
        Path figures = folder.resolve("figures.json");

        Run run =
                Run.of(
                        "evaluate",
                        "--bundle",
                        bundle,
                        "--data",
                        recording,
                        "--mask",
                        mask,
                        "--json",
                        figures);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode json = json(figures);
        List<String> methods =
                List.of("causal", "locf", "movingAverage", "seasonalNaive", "ridge", "linear");
        assertThat(json.fieldNames()).toIterable().containsAll(methods);
        for (String name : methods) {
            JsonNode method = json.get(name);
            assertThat(method.fieldNames())
                    .toIterable()
                    .contains("mae", "mse", "rmse", "r2", "mre", "count");
            assertThat(method.get("count").asInt()).isEqualTo(3);
            assertThat(method.at("/channels/level/count").asInt()).isEqualTo(2);
        }
        assertThat(json.at("/linear/seesFuture").asBoolean()).isTrue();
        assertThat(json.at("/causal/seesFuture").asBoolean()).isFalse();
        assertThat(json.at("/causal/crps").asDouble()).isPositive();
        assertThat(run.out()).startsWith("3 hidden cells, z units").contains("causal ridge");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void evaluateFitsItsRidgeOnTheTrainingPartThatItIsTold() throws IOException {
        Path mask = file("late.csv", List.of("time,sensor,channel", time(390) + ",well,level"));

        Run early = evaluate(mask, "--train-until", time(40));
        Run enough = evaluate(mask, "--train-until", time(300));
        Run wrong = evaluate(mask, "--train-until", "soon");

        assertThat(early.out()).contains("causal step").doesNotContain("causal ridge");
        assertThat(enough.out()).contains("causal ridge");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--train-until: not a time");
    }

    private static Run evaluate(Path mask, Object... more) {
        List<Object> arguments =
                new ArrayList<>(
                        List.of(
                                "evaluate",
                                "--bundle",
                                bundle,
                                "--data",
                                recording,
                                "--mask",
                                mask));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    @Test
    void replayNamesTheRuleThatIgnoresARowAndKeepsWhatElseItSays() throws IOException {
        Path rules =
                file(
                        "rules.json",
                        List.of(
                                "{\"rules\": [{\"name\": \"service, yearly\", \"kind\":",
                                "\"maintenance\", \"from\": \"%s\", \"until\": \"%s\"}]}"
                                        .formatted(time(50), time(60))));
        Path plain = folder.resolve("plain.csv");
        Path muted = folder.resolve("muted.csv");
        Run.of("replay", "--bundle", bundle, "--data", recording, "--out", plain);
        Run run = suppressed(rules, muted);

        assertThat(run.err()).isEmpty();
        List<String> lines = Files.readAllLines(muted);
        assertThat(lines.get(0)).startsWith("time,sensor,status,suppressed,level_observed,");
        assertThat(lines.get(1 + 49)).contains(",scored,,");
        assertThat(lines.get(1 + 50)).contains(",scored,\"service, yearly\",");
        assertThat(lines.get(1 + 60)).contains(",scored,,");
        assertThat(
                        lines.stream()
                                .map(line -> line.replace("\"service, yearly\"", ""))
                                .map(line -> line.replaceFirst("status,suppressed", "status,"))
                                .map(line -> line.replaceFirst(",(scored|unused|status),", ",$1")))
                .isEqualTo(
                        Files.readAllLines(plain).stream()
                                .map(line -> line.replaceFirst(",(scored|unused|status),", ",$1,"))
                                .toList());
    }

    @Test
    void replayRefusesRulesThatCannotActOnTheBundle() throws IOException {
        Path unknown =
                file(
                        "unknown.json",
                        List.of(
                                "{\"rules\": [{\"name\": \"a\", \"kind\": \"channel\",",
                                "\"channel\": \"pressure\"}]}"));
        Path refused = folder.resolve("refused.csv");
        Path broken = file("broken.json", List.of("{\"rules\": [{\"name\": \"a\"}]}"));

        assertFault(
                suppressed(unknown, refused),
                unknown + ": the channel of rule a must be one of level, temp: pressure");
        assertFault(suppressed(broken, refused), broken + ": rules[0].kind must be given: nothing");
        assertFault(suppressed(unknown, unknown), unknown + READ);
    }

    private static Run suppressed(Path rules, Path out) {
        return Run.of(
                "replay",
                "--bundle",
                bundle,
                "--data",
                recording,
                "--suppress",
                rules,
                "--out",
                out);
    }

    @Test
    void replayWritesOneRowForEachRowThatItReads() throws IOException {
        Path out = folder.resolve("results.csv");

        Run run = Run.of("replay", "--bundle", bundle, "--data", recording, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("401 rows, of which 1 not after their sensor's last one");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(1 + HOURS + 1);
        assertThat(lines.get(0))
                .isEqualTo(
                        "time,sensor,status,level_observed,level_expected,level_spread,level_imputed,"
                                + "level_score,level_revised,level_revised_spread,"
                                + "temp_observed,temp_expected,temp_spread,temp_imputed,"
                                + "temp_score,temp_revised,temp_revised_spread");
        String[] hole = lines.get(1 + 10).split(",", -1);
        assertThat(hole).hasSize(17);
        assertThat(hole).startsWith(time(10), "well", "scored");
        assertThat(hole[6]).as("level was seen").isEmpty();
        assertThat(hole[8]).as("and needs no revision").isEmpty();
        assertThat(hole[10]).as("temp was not").isEmpty();
        assertThat(Double.parseDouble(hole[13])).isBetween(0.0, 20.0);
        assertThat(hole[14]).isEmpty();
        assertThat(Double.parseDouble(hole[15])).as("revised").isBetween(0.0, 20.0);
        assertThat(Double.parseDouble(hole[16])).isPositive();
        assertThat(lines.get(HOURS + 1))
                .isEqualTo(time(HOURS - 1) + ",well,unused,0.0,,,,,,,0.0,,,,,,");
    }

    @Test
    void stateTellsWhatTheJobKeepsOfARecordingsSensor() throws IOException {
        Run run = Run.of("state", "--bundle", bundle, "--data", recording, "--repair-bound", "P9D");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "bytes kept of a sensor by the job: 1 sensors, each at every 100th slot")
                .containsPattern("hot value +1.0 +1 ")
                .containsPattern("readings +[0-9.]+ +[0-9]+ +(39|4[0-9]) ")
                .containsPattern("snapshots +[0-9.]+ +1[0-9] ")
                .containsPattern("waiting +1.0 +1 ")
                .contains("in all", "8,192 bytes of 64 units and 8 channels", "and 2 channels");
    }

    @Test
    void stateWithoutARecordingMakesASeriesOfTheModelsShape() throws IOException {
        Run run = Run.of("state", "--bundle", bundle);
        Run again = Run.of("state", "--bundle", bundle);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("bytes kept of a sensor by the job: 4 sensors, ")
                .containsPattern("misses +[0-9.]+ +[1-9]")
                .containsPattern("gap slots +[0-9.]+ +[1-9]")
                .isEqualTo(again.out());
        assertFault(
                Run.of("state", "--bundle", bundle, "--repair-bound", "-PT1H"),
                "--repair-bound must not be negative: PT-1H");
    }

    @Test
    void aFolderOfFilesNamedAfterSensorsTrainsAndReplaysWithAGivenChannel() throws IOException {
        Path plant = Files.createDirectories(folder.resolve("plant"));
        for (String sensor : List.of("pump", "fan")) {
            List<String> lines = new ArrayList<>(List.of("load,time,flow"));
            for (int hour = 0; hour < HOURS; hour++) {
                double load = Math.sin(2 * Math.PI * hour / 24);
                lines.add(load + "," + time(hour) + "," + (5 + 3 * load));
            }
            Files.write(plant.resolve(sensor + ".csv"), lines, UTF_8);
        }
        Path model = folder.resolve("plant.bundle");
        Path results = folder.resolve("plant-results.csv");

        Run train =
                Run.of(
                        "train",
                        "--data",
                        plant,
                        "--sensor-from-file",
                        "--given",
                        "load",
                        "--hidden",
                        4,
                        "--epochs",
                        1,
                        "--out",
                        model);
        Run replay = Run.of("replay", "--bundle", model, "--data", plant, "--out", results);

        assertThat(train.err()).isEmpty();
        assertThat(train.out()).startsWith("data: 2 sensors, 2 channels, 800 slots,");
        assertThat(replay.err()).isEmpty();
        List<String> lines = Files.readAllLines(results);
        assertThat(lines.get(0))
                .startsWith("time,sensor,status,flow_observed")
                .contains(",load_observed");
        assertThat(lines.get(1)).startsWith(time(0) + ",fan,scored,5.0,");
        assertThat(lines.get(1 + HOURS)).startsWith(time(0) + ",pump,scored,5.0,");
    }

    @Test
    void aNewSiteOfFewDaysGetsTheGroupsModelAsItIs() throws IOException {
        Path site = file("site.csv", site(1));
        Path out = folder.resolve("site.bundle");
        Path figures = folder.resolve("site.json");

        Run run =
                Run.of(
                        "train",
                        "--from",
                        bundle,
                        "--data",
                        site,
                        "--metrics",
                        figures,
                        "--out",
                        out);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("site: * as it is")
                .contains("note: the bundle is kept as it is: to learn of a site takes 480 slots");
        assertThat(out).hasSameBinaryContentAs(bundle);
        JsonNode json = new ObjectMapper().readTree(figures.toFile());
        assertThat(json.at("/adaptation/tried/0/kept").asBoolean()).isTrue();
    }

    @Test
    void aNewSiteIsToldInOneLineWhatDoesNotFitTheGroupsModel() throws IOException {
        Path slow = file("slow.csv", site(2));
        Path out = folder.resolve("unfit.bundle");

        Run shaped =
                Run.of(
                        "train",
                        "--from",
                        bundle,
                        "--data",
                        recording,
                        "--hidden",
                        8,
                        "--context",
                        "--out",
                        out);
        Run interval = Run.of("train", "--from", bundle, "--data", slow, "--out", out);
        Run channels =
                Run.of(
                        "train",
                        "--from",
                        bundle,
                        "--data",
                        recording,
                        "--channels",
                        "temp",
                        "--out",
                        out);

        assertThat(shaped.code()).isEqualTo(2);
        assertThat(shaped.faults())
                .containsExactly(
                        "hindsight: --from takes a model's shape and bounds from the bundle: leave"
                                + " out --hidden, --context");
        assertFault(
                train(
                        "--from",
                        bundle,
                        "--report",
                        folder.resolve("site.html"),
                        "--teacher-epochs",
                        2,
                        "--cell",
                        "gru"),
                "--from takes a model's shape and bounds from the bundle: leave out --cell; --from"
                        + " trains no teacher: leave out --teacher-epochs; --from writes no page,"
                        + " which tells of a training from the beginning: leave out --report");
        assertThat(interval.faults())
                .containsExactly(
                        "hindsight: the data's interval must be the bundle's: data PT2H, bundle"
                                + " PT1H");
        assertThat(channels.faults())
                .containsExactly(
                        "hindsight: the data's channels must be the bundle's, in its order: data"
                                + " [temp], bundle [level, temp]");
        assertThat(out).doesNotExist();
    }

    /** A hundred slots. */
    private static List<String> site(int hours) {
        List<String> lines = new ArrayList<>(List.of("when,level,temp"));
        for (int slot = 0; slot < 100; slot++) {
            double wave = Math.sin(2 * Math.PI * hours * slot / 24);
            lines.add(time(hours * slot) + "," + (2 + wave) + "," + (10 + 4 * wave));
        }
        return lines;
    }

    @Test
    void whatCannotBeTrainedIsToldBeforeTheData() {
        assertFault(train("--threads", 40_000), "threads must be 1 to 1024: 40000");
        assertFault(train("--hidden", 2_000), "hiddenSize must be 1 to 1024: 2000");
        assertFault(
                train("--interval", "P200000000000D"),
                "interval must be PT0.001S to PT876600H: PT4800000000000H");
        assertFault(
                train("--season", "P200000000000D"),
                "season must be zero to PT876600H: PT4800000000000H");
        assertFault(
                train("--season", "PT1S"),
                "the season must be at least two slots, PT2H, and at most the training part,"
                        + " PT280H: PT1S");
    }

    /** A training that is refused. */
    private static Run train(Object... more) {
        List<Object> arguments =
                new ArrayList<>(
                        List.of(
                                "train",
                                "--data",
                                recording,
                                "--time",
                                "when",
                                "--sensor-id",
                                "well",
                                "--out",
                                folder.resolve("x")));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    @Test
    void onlyOneWayToNameTheSensorsMayBeTold() {
        assertFault(
                Run.of(
                        "train",
                        "--data",
                        recording,
                        "--sensor-id",
                        "well",
                        "--sensor-from-file",
                        "--out",
                        folder.resolve("x")),
                "--sensor, --sensor-id and --sensor-from-file exclude each other");
    }

    @Test
    void tooLittleDataIsToldBesideHowMuchIsNeeded() throws IOException {
        List<String> lines = new ArrayList<>(List.of("when,level"));
        for (int hour = 0; hour < 40; hour++) {
            lines.add(time(hour) + "," + hour);
        }
        Path little = file("little.csv", lines);

        assertFault(
                Run.of(
                        "train",
                        "--data",
                        little,
                        "--time",
                        "when",
                        "--sensor-id",
                        "well",
                        "--out",
                        folder.resolve("x")),
                "the training part, 2024-03-01T00:00:00Z to 2024-03-02T04:00:00Z, must have 48"
                        + " slots with a value: 28; record longer, or move where it ends");
    }

    @Test
    void aBadNumberIsToldByFileLineAndColumn() throws IOException {
        Path bad =
                file("bad.csv", List.of("when,level,temp", time(0) + ",1,2", time(1) + ",1,warm"));

        assertFault(
                replay(bad),
                bad
                        + ", line 3, column temp: not a number: 'warm'; a missing value is"
                        + " empty, NA or NaN; to leave out a column of text, name the channels");
    }

    @Test
    void aTimeThatIsNoneIsToldByFileLineAndColumn() throws IOException {
        Path bad = file("times.csv", List.of("when,level,temp", "yesterday,1,2"));

        assertFault(
                replay(bad),
                bad
                        + ", line 2, column when: not a time (ISO-8601 or yyyy-MM-dd HH:mm:ss):"
                        + " 'yesterday'");
    }

    @Test
    void aColumnThatIsNotThereIsToldBesideThoseThatAre() {
        assertFault(
                Run.of("train", "--data", recording, "--time", "at", "--out", folder.resolve("x")),
                recording + ", line 1: unknown column: 'at', the columns are [when, level, temp]");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        Path missing = folder.resolve("missing.csv");

        assertFault(replay(missing), "no such file: " + missing);
    }

    @Test
    void aMaskMayOnlyNameCellsThatTheDataHas() throws IOException {
        assertMaskRefused(
                time(9) + ",pond,level", "column sensor: the data has no such sensor: 'pond'");
        assertMaskRefused(
                time(9) + ",well,salt", "column channel: the data has no such channel: 'salt'");
        String later = time(HOURS + 5);
        assertMaskRefused(
                later + ",well,level",
                "column time: the sensor has no slot at this time: '" + later + "'");
    }

    @Test
    void aDamagedBundleIsNotUsed() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 40] ^= 4;
        Path damaged = Files.write(folder.resolve("damaged.bundle"), bytes);

        Run run =
                Run.of(
                        "replay",
                        "--bundle",
                        damaged,
                        "--data",
                        recording,
                        "--out",
                        folder.resolve("none.csv"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.faults()).hasSize(1);
        assertThat(run.faults().get(0))
                .startsWith("hindsight: " + damaged + ": not a usable bundle: sha256 must be");
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    private static void assertMaskRefused(String row, String fault) throws IOException {
        Path mask = file("wrong-mask.csv", List.of("time,sensor,channel", row));

        assertFault(
                Run.of("evaluate", "--bundle", bundle, "--data", recording, "--mask", mask),
                mask + ", line 2, " + fault);
    }

    private static Run replay(Path data) {
        return Run.of(
                "replay", "--bundle", bundle, "--data", data, "--out", folder.resolve("out.csv"));
    }

    private static void assertFault(Run run, String message) {
        assertThat(run.faults()).containsExactly("hindsight: " + message);
        assertThat(run.code()).isEqualTo(2);
    }

    private static String time(int hour) {
        return START.plus(hour, ChronoUnit.HOURS).toString();
    }

    private static Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines, UTF_8);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
