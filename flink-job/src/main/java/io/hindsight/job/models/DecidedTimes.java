package io.hindsight.job.models;

import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes.Time;
import java.util.List;
import java.util.SortedMap;

/** From when on something acts that people asked for, as it is decided once for the whole job. */
final class DecidedTimes {
    private DecidedTimes() {}

    /**
     * The later of what was asked and what no sensor has been stepped through.
     *
     * @param askedMillis event time, or {@link Order#AT_ONCE}
     * @param passedMillis event time that some sensor may have been stepped through already; the
     *     smallest long before the first
     */
    static long from(long askedMillis, long passedMillis) {
        boolean atOnce = askedMillis == Order.AT_ONCE;
        if (passedMillis == Long.MIN_VALUE) {
            return atOnce ? Time.FROM_THE_BEGINNING : askedMillis;
        }
        return atOnce ? passedMillis + 1 : Math.max(askedMillis, passedMillis + 1);
    }

    /**
     * Takes in what was decided before.
     *
     * @param decided checked against the times that are known
     * @return whether it is news
     */
    static boolean take(List<Time> decided, SortedMap<Integer, Long> times) {
        boolean news = false;
        for (Time time : decided) {
            news |= times.putIfAbsent(time.number(), time.fromMillis()) == null;
        }
        return news;
    }

    /** As they stand on the topic. */
    static List<Time> list(SortedMap<Integer, Long> times) {
        return times.entrySet().stream()
                .map(each -> new Time(each.getKey(), each.getValue()))
                .toList();
    }
}
