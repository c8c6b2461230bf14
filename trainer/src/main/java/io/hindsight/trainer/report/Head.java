package io.hindsight.trainer.report;

import io.hindsight.trainer.data.report.DataReport;
import io.hindsight.trainer.data.report.SensorReport;
import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was trained on what, and what it came to in three answers. */
final class Head {
    private static final int MOST_NAMES = 12;

    private final ReportContents contents;

    Head(ReportContents contents) {
        this.contents = contents;
    }

    /** The data, in a few words. */
    String subject() {
        return shortened(contents.files(), 3);
    }

    void write(Markup out) {
        Findings findings = new Findings(contents);
        out.open("header");
        out.leaf("p", "Hindsight training report", "class", "kind");
        out.leaf("h1", subject());
        out.open("dl", "class", "answers");
        answer(out, "How good it is", findings.howGood());
        answer(out, "What distillation gained", findings.whatDistillationGained());
        answer(out, "What causality costs", findings.whatCausalityCosts());
        out.close();
        facts(out);
        if (!contents.notes().isEmpty()) {
            out.open("ul", "class", "notes");
            contents.notes().forEach(note -> out.leaf("li", note));
            out.close();
        }
        out.close();
    }

    private static void answer(Markup out, String question, String answer) {
        out.open("div").leaf("dt", question).leaf("dd", answer).close();
    }

    private void facts(Markup out) {
        DataReport data = contents.data();
        List<String> sensors = data.sensors().stream().map(SensorReport::sensor).toList();
        List<String> channels =
                data.channels().stream()
                        .map(c -> c.given() ? c.channel() + " (given)" : c.channel())
                        .toList();
        out.open("dl", "class", "facts");
        fact(out, "Data", shortened(contents.files(), MOST_NAMES));
        fact(out, named(sensors.size(), "sensor"), shortened(sensors, MOST_NAMES));
        fact(out, named(channels.size(), "channel"), shortened(channels, 2 * MOST_NAMES));
        String interval = data.regular() ? "Interval" : "Irregular, usually every";
        fact(out, interval, Numbers.duration(Duration.parse(data.interval())));
        fact(out, "Time", minute(data.from()) + " to " + minute(data.to()) + " UTC");
        fact(
                out,
                "Split",
                "%s slots train (until %s), %s validate (until %s), %s test"
                        .formatted(
                                Numbers.count(data.parts().training()),
                                Numbers.minute(contents.split().trainUntilMillis()),
                                Numbers.count(data.parts().validation()),
                                Numbers.minute(contents.split().validateUntilMillis()),
                                Numbers.count(data.parts().test())));
        fact(
                out,
                "Training",
                "%s, %s numbers learned"
                        .formatted(
                                Numbers.seconds(contents.seconds()),
                                Numbers.count(contents.parameters())));
        fact(out, "Options", String.join(" · ", contents.options()));
        out.close();
    }

    private static void fact(Markup out, String name, String text) {
        out.open("div").leaf("dt", name).leaf("dd", text).close();
    }

    private static String minute(String time) {
        return Numbers.minute(Instant.parse(time).toEpochMilli());
    }

    private static String named(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String shortened(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most))
                        + " and %s more".formatted(Numbers.count(names.size() - most));
    }
}
