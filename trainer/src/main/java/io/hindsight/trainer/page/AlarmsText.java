package io.hindsight.trainer.page;

import java.util.Locale;

/** The alarms that were measured beside those that were agreed, in a sentence. */
public final class AlarmsText {
    private AlarmsText() {}

    /**
     * @param more that is said of the alarms, with a space before it
     * @param sensorMonths in which alarms could be raised, above 0
     * @param agreed that a sensor may raise in a month
     */
    public static String of(long alarms, String more, double sensorMonths, double agreed) {
        return String.format(
                Locale.ROOT,
                "%,d alarm%s%s: %s a sensor and month of 30 days, where normal data may have %s",
                alarms,
                alarms == 1 ? "" : "s",
                more,
                Numbers.natural(alarms / sensorMonths),
                Numbers.natural(agreed));
    }
}
