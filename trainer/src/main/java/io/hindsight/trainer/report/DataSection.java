package io.hindsight.trainer.report;

import io.hindsight.trainer.data.Arrivals;
import io.hindsight.trainer.data.report.ChannelReport;
import io.hindsight.trainer.data.report.DataReport;
import io.hindsight.trainer.data.report.SensorReport;
import io.hindsight.trainer.data.season.Season;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What the data looked like before anything was trained on it. */
final class DataSection implements Section {
    private static final int MOST_SENSORS = 20;
    private static final int MOST_STRIPS = 64;

    private final ReportContents contents;

    DataSection(ReportContents contents) {
        this.contents = contents;
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String title() {
        return "What the data looked like";
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public void write(Markup out) {
        out.leaf("p", arrivals());
        list("Taken out before the training", contents.cleaning(), out);
        list("Seasons, the strongest first", seasons(), out);
        list("Bounds that the values keep to (proposed)", contents.bounds(), out);
        out.leaf("h3", "Holes over time");
        out.leaf(
                "p",
                "Share of the values that are missing, over all sensors, from the first slot to the"
                        + " last.");
        List<String> channels =
                contents.data().channels().stream().map(ChannelReport::channel).toList();
        new HoleStrip(contents.holes(), contents.split())
                .write(channels.subList(0, Math.min(MOST_STRIPS, channels.size())), out);
        if (channels.size() > MOST_STRIPS) {
            out.leaf("p", "The first %d channels; the table has all.".formatted(MOST_STRIPS));
        }
        out.leaf("h3", "Channels");
        channels(out);
        out.leaf("h3", "Sensors");
        sensors(out);
    }

    private String arrivals() {
        DataReport data = contents.data();
        long constant = data.channels().stream().filter(ChannelReport::constant).count();
        return "%s readings: %s dropped as duplicates, %s out of order, %s off the grid. %s"
                .formatted(
                        Numbers.count(sum(Arrivals::readings)),
                        Numbers.count(sum(Arrivals::duplicates)),
                        Numbers.count(sum(Arrivals::outOfOrder)),
                        Numbers.count(sum(Arrivals::offGrid)),
                        constant == 0
                                ? "No channel is constant."
                                : Numbers.count(constant)
                                        + (constant == 1
                                                ? " channel is constant."
                                                : " channels are constant."));
    }

    private long sum(ToLongFunction<Arrivals> count) {
        return contents.data().sensors().stream()
                .map(SensorReport::arrivals)
                .mapToLong(count)
                .sum();
    }

    private List<String> seasons() {
        return contents.seasons().isEmpty()
                ? List.of("None that comes again often enough to be no chance.")
                : contents.seasons().stream().map(DataSection::season).toList();
    }

    private static String season(Season season) {
        return String.format(
                Locale.ROOT,
                season.slots() % 1 == 0
                        ? "%s (%.0f slots): %s of the variance within it, seen %.0f times"
                        : "%s (%.2f slots): %s of the variance within it, seen %.0f times",
                Numbers.duration(Duration.ofMillis(season.periodMillis())),
                season.slots(),
                Numbers.wholePercent(season.strength()),
                season.cycles());
    }

    private static void list(String title, List<String> sentences, Markup out) {
        if (!sentences.isEmpty()) {
            out.leaf("h3", title).open("ul");
            sentences.forEach(sentence -> out.leaf("li", sentence));
            out.close();
        }
    }

    private void channels(Markup out) {
        Parts.table(
                out,
                "Channels over all sensors and all parts",
                List.of(
                        "channel",
                        "missing",
                        "holes",
                        "longest hole",
                        "min",
                        "mean",
                        "max",
                        "sd",
                        "zeros",
                        "longest equal run",
                        "remark"));
        for (ChannelReport channel : contents.data().channels()) {
            Parts.row(
                    out,
                    channel.channel(),
                    List.of(
                            Numbers.percent(channel.holes().share()),
                            Numbers.count(channel.holes().runCount()),
                            Numbers.count(channel.holes().longestRun()),
                            natural(channel.min()),
                            natural(channel.mean()),
                            natural(channel.max()),
                            natural(channel.sd()),
                            channel.zeroShare() == null
                                    ? Numbers.NONE
                                    : Numbers.percent(channel.zeroShare()),
                            Numbers.count(channel.longestEqualRun()),
                            remark(channel)));
        }
        Parts.endTable(out);
    }

    private static String natural(Double value) {
        return value == null ? Numbers.NONE : Numbers.natural(value);
    }

    private static String remark(ChannelReport channel) {
        List<String> remarks = new ArrayList<>();
        if (channel.given()) {
            remarks.add("given");
        }
        if (channel.constant()) {
            remarks.add("constant");
        } else if (channel.fewValues() != null) {
            remarks.add(channel.fewValues() + " values");
        }
        return String.join(", ", remarks);
    }

    private void sensors(Markup out) {
        List<SensorReport> sensors = contents.data().sensors();
        boolean all = sensors.size() <= MOST_SENSORS;
        Parts.table(
                out,
                all
                        ? "Sensors"
                        : "The %d sensors with the largest share of holes, of %s"
                                .formatted(MOST_SENSORS, Numbers.count(sensors.size())),
                List.of(
                        "sensor",
                        "first slot, UTC",
                        "slots",
                        "missing",
                        "silent",
                        "longest silence",
                        "duplicates",
                        "out of order",
                        "off grid"));
        sensors.stream()
                .sorted(Comparator.comparingDouble(SensorReport::missingShare).reversed())
                .limit(MOST_SENSORS)
                .forEach(sensor -> row(sensor, out));
        Parts.endTable(out);
    }

    private static void row(SensorReport sensor, Markup out) {
        Arrivals arrivals = sensor.arrivals();
        Parts.row(
                out,
                sensor.sensor(),
                List.of(
                        sensor.from().replace('T', ' ').replace(":00Z", "").replace("Z", ""),
                        Numbers.count(sensor.slots()),
                        Numbers.percent(sensor.missingShare()),
                        Numbers.percent(1 - sensor.presentShare()),
                        Numbers.count(sensor.longestSilence()),
                        Numbers.count(arrivals.duplicates()),
                        Numbers.count(arrivals.outOfOrder()),
                        Numbers.count(arrivals.offGrid())));
    }
}
