package io.hindsight.trainer.report;

import io.hindsight.trainer.page.Markup;

/** A part of the page. */
interface Section {
    /** Where links lead. */
    String id();

    String title();

    /** Whether there is anything to show; else the page does without. */
    boolean hasContent();

    /** Writes all but the title. */
    void write(Markup out);
}
