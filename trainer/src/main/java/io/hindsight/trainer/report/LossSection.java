package io.hindsight.trainer.report;

import io.hindsight.trainer.page.Markup;
import io.hindsight.trainer.page.Numbers;
import io.hindsight.trainer.page.Picture;
import io.hindsight.trainer.page.Scale;
import io.hindsight.trainer.train.Progress.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How the losses of each network went, epoch by epoch. */
final class LossSection implements Section {
    private static final int WIDTH = 430;
    private static final int HEIGHT = 240;
    private static final double LEFT = 52;
    private static final double RIGHT = 418;
    private static final double TOP = 14;
    private static final double BOTTOM = 204;

    private final Map<String, List<Epoch>> networks = new LinkedHashMap<>();

    LossSection(ReportContents contents) {
        for (Epoch epoch : contents.epochs()) {
            networks.computeIfAbsent(epoch.network(), name -> new ArrayList<>()).add(epoch);
        }
    }

    @Override
    public String id() {
        return "losses";
    }

    @Override
    public String title() {
        return "How the networks learned";
    }

    @Override
    public boolean hasContent() {
        return !networks.isEmpty();
    }

    @Override
    public void write(Markup out) {
        out.leaf(
                "p",
                "Loss by epoch. The weights of the best epoch, the one with the lowest validation"
                        + " loss, were kept.");
        out.open("ul", "class", "legend");
        key(out, "loss training", "training (with dropout and hidden cells)");
        key(out, "loss validation", "validation");
        out.close();
        out.open("div", "class", "pair");
        networks.forEach((network, epochs) -> network(network, epochs, out));
        out.close();
        Parts.details(out, "The figures");
        Parts.table(
                out, "Losses by epoch", List.of("network", "epoch", "training", "validation", ""));
        networks.forEach(
                (network, epochs) -> {
                    Epoch best = best(epochs);
                    epochs.forEach(
                            epoch ->
                                    Parts.row(
                                            out,
                                            network,
                                            List.of(
                                                    Integer.toString(epoch.number()),
                                                    Numbers.natural(epoch.trainLoss()),
                                                    Numbers.natural(epoch.validationLoss()),
                                                    epoch.equals(best) ? "best" : "")));
                });
        Parts.endTable(out);
        Parts.endDetails(out);
    }

    private static void key(Markup out, String style, String text) {
        out.open("li").open("svg", "viewBox", "0 0 22 14", "aria-hidden", "true");
        out.empty("line", "class", style, "x1", "1", "y1", "7", "x2", "21", "y2", "7");
        out.close().text(text).close();
    }

    private static Epoch best(List<Epoch> epochs) {
        Epoch best = epochs.get(0);
        for (Epoch epoch : epochs) {
            best = epoch.validationLoss() < best.validationLoss() ? epoch : best;
        }
        return best;
    }

    /**
     * A way that forks off another net's begins late, and so does what is left of a resumed one.
     */
    private static String from(Epoch first) {
        return first.number() == 1 ? "" : ", from epoch " + first.number() + " on";
    }

    private static void network(String network, List<Epoch> epochs, Markup out) {
        Epoch best = best(epochs);
        String caption =
                String.format(
                        Locale.ROOT,
                        "%s%s: best epoch %d of %d, validation loss %s",
                        network,
                        from(epochs.get(0)),
                        best.number(),
                        epochs.get(epochs.size() - 1).number(),
                        Numbers.natural(best.validationLoss()));
        double[] losses =
                epochs.stream()
                        .flatMapToDouble(e -> DoubleStream.of(e.trainLoss(), e.validationLoss()))
                        .filter(Double::isFinite)
                        .toArray();
        double low = DoubleStream.of(losses).min().orElse(0);
        double high = DoubleStream.of(losses).max().orElse(1);
        double room = 0.06 * (high - low);
        Scale y = new Scale(low - room, high + room, BOTTOM, TOP);
        int last = epochs.get(epochs.size() - 1).number();
        Scale x = new Scale(Math.min(1, last - 1), last, LEFT + 8, RIGHT - 8);
        double[] xs = epochs.stream().mapToDouble(e -> x.at(e.number())).toArray();
        Parts.figure(out, caption);
        Picture picture = new Picture(out, WIDTH, HEIGHT, "Losses of the " + caption);
        picture.leftAxis(y, LEFT, RIGHT, 5);
        double bestX = x.at(best.number());
        picture.line("best", bestX, TOP, bestX, BOTTOM);
        picture.path(
                "loss training",
                xs,
                epochs.stream().mapToDouble(e -> y.at(e.trainLoss())).toArray());
        picture.path(
                "loss validation",
                xs,
                epochs.stream().mapToDouble(e -> y.at(e.validationLoss())).toArray());
        picture.circle("best-dot", bestX, y.at(best.validationLoss()), 4.5);
        picture.text(
                bestX > (LEFT + RIGHT) / 2 ? "note end" : "note",
                bestX + (bestX > (LEFT + RIGHT) / 2 ? -7 : 7),
                TOP + 10,
                "best");
        epochAxis(picture, epochs, x);
        for (Epoch epoch : epochs) {
            double step = (RIGHT - LEFT) / epochs.size();
            picture.hint(
                    x.at(epoch.number()) - step / 2,
                    TOP,
                    step,
                    BOTTOM - TOP,
                    "epoch %d: training %s, validation %s"
                            .formatted(
                                    epoch.number(),
                                    Numbers.natural(epoch.trainLoss()),
                                    Numbers.natural(epoch.validationLoss())));
        }
        picture.end();
        Parts.endFigure(out);
    }

    private static void epochAxis(Picture picture, List<Epoch> epochs, Scale x) {
        int step = (int) Math.ceil(epochs.size() / 10.0);
        for (Epoch epoch : epochs) {
            if (epoch.number() % step == 0 || epochs.size() == 1) {
                double at = x.at(epoch.number());
                picture.line("mark", at, BOTTOM, at, BOTTOM + 4);
                picture.text("tick middle", at, BOTTOM + 17, Integer.toString(epoch.number()));
            }
        }
        picture.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        picture.text("tick middle", (LEFT + RIGHT) / 2, BOTTOM + 33, "epoch");
    }
}
