package io.hindsight.trainer.report;

import static io.hindsight.trainer.page.Picture.at;

import io.hindsight.trainer.page.Mark;

/** How what is compared looks everywhere on the page: a colour, and a shape for those without. */
enum Look implements Mark {
    TRUTH("truth", "truth"),
    CAUSAL("causal", "causal step"),
    REVISED("revised", "revised"),
    ANCHOR("anchor", "anchor alone"),
    LAST("last", "last observation"),
    OTHER("other", "other"),
    STUDENT("student", "student"),
    TAUGHT("causal", "student with teacher"),
    TEACHER("teacher", "teacher (sees the future)");

    private final String style;
    private final String title;

    Look(String style, String title) {
        this.style = style;
        this.title = title;
    }

    @Override
    public String style() {
        return style;
    }

    String title() {
        return title;
    }

    @Override
    public String shape(double x, double y, double r) {
        return switch (this) {
            case TRUTH, CAUSAL, TAUGHT, OTHER, STUDENT ->
                    "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z"
                            .formatted(
                                    at(x - r), at(y), at(r), at(r), at(2 * r), at(r), at(r),
                                    at(2 * r));
            case REVISED, TEACHER ->
                    polygon(x, y - 1.3 * r, x + 1.3 * r, y, x, y + 1.3 * r, x - 1.3 * r, y);
            case ANCHOR -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case LAST -> polygon(x, y - 1.2 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
        };
    }

    private static String polygon(double... points) {
        StringBuilder path = new StringBuilder("M");
        for (int k = 0; k < points.length; k += 2) {
            path.append(k > 0 ? "L" : "")
                    .append(at(points[k]))
                    .append(' ')
                    .append(at(points[k + 1]));
        }
        return path.append('Z').toString();
    }
}
