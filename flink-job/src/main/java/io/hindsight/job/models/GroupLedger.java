package io.hindsight.job.models;

import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes;
import io.hindsight.schemas.ModelTimes.Time;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the one who decides knows of a group: which weights each version means, which versions the
 * steps keep, what was ordered, what is to be ignored, and from when on each of these acts. A time
 * that stands here once never changes.
 */
final class GroupLedger {
    /** Versions whose digests are remembered, the newest ones beside those that are kept. */
    static final int MOST_DIGESTS = 1024;

    final String group;

    /** Digest of each version's bundle, in hex. */
    final NavigableMap<Long, String> digests = new TreeMap<>();

    final NavigableSet<Long> kept = new TreeSet<>();
    final NavigableMap<Integer, Long> times = new TreeMap<>();
    final SuppressionLedger suppression = new SuppressionLedger();
    Optional<ModelSchedule> schedule = Optional.empty();

    GroupLedger(String group) {
        this.group = group;
    }

    /**
     * Takes a verified release in.
     *
     * @return whether it is news: the same weights again are not, unless nobody keeps them any more
     * @throws RefusedReleaseException if the version means other weights
     */
    boolean take(ModelRelease release) throws RefusedReleaseException {
        String digest = HexFormat.of().formatHex(release.sha256());
        String before = digests.get(release.version());
        if (before != null && !before.equals(digest)) {
            throw new RefusedReleaseException(
                    "sha256",
                    "must be that of the first release of version "
                            + release.version()
                            + ", "
                            + before,
                    digest);
        }
        if (!kept.add(release.version())) {
            return false;
        }
        digests.put(release.version(), digest);
        letGo();
        digests.keySet().stream()
                .limit(Math.max(0, digests.size() - MOST_DIGESTS))
                .filter(version -> !kept.contains(version))
                .toList()
                .forEach(digests::remove);
        return true;
    }

    /**
     * Takes a schedule in.
     *
     * @return whether it is news
     * @throws RefusedReleaseException if it is none that may follow the last one
     */
    boolean take(ModelSchedule orders) throws RefusedReleaseException {
        ScheduleRules.check(orders, schedule, times);
        if (schedule.isPresent() && schedule.get().orders().equals(orders.orders())) {
            return false;
        }
        schedule = Optional.of(orders);
        if (!orders.orders().isEmpty()) {
            int last = orders.orders().get(orders.orders().size() - 1).number();
            List<Integer> named = orders.orders().stream().map(Order::number).toList();
            times.keySet().removeIf(number -> number < last && !named.contains(number));
        }
        letGo();
        return true;
    }

    /**
     * Takes in what was decided before, by the job that this one goes on from.
     *
     * @return whether it is news
     * @throws RefusedReleaseException if it says otherwise than what was decided here
     */
    boolean take(ModelTimes decided) throws RefusedReleaseException {
        ScheduleRules.check(decided, times, suppression.times);
        boolean news = DecidedTimes.take(decided.suppressions(), suppression.times);
        news |= DecidedTimes.take(decided.times(), times);
        return news;
    }

    /** Whether an order, or what is to be ignored, could be decided now. */
    boolean isDue() {
        return suppression.isDue() || isAnyOrderDue();
    }

    private boolean isAnyOrderDue() {
        return schedule.stream()
                .flatMap(each -> each.orders().stream())
                .anyMatch(order -> !times.containsKey(order.number()) && isReady(order));
    }

    /**
     * Decides all that is due. An order whose release is not there waits for it, until a later one
     * is decided: then it never acts, since orders take effect in the order in which they were
     * given.
     *
     * @param passedMillis as {@link DecidedTimes#from}
     */
    void decide(long passedMillis) {
        suppression.decide(passedMillis);
        if (schedule.isEmpty()) {
            return;
        }
        int last = times.isEmpty() ? 0 : times.lastKey();
        for (Order order : schedule.get().orders()) {
            if (isReady(order)) {
                last = Math.max(last, order.number());
            }
        }
        for (Order order : schedule.get().orders()) {
            if (isReady(order)) {
                times.putIfAbsent(
                        order.number(), DecidedTimes.from(order.fromMillis(), passedMillis));
            } else if (order.number() < last) {
                times.putIfAbsent(order.number(), Time.NEVER);
            }
        }
    }

    /** All that is decided, as it stands on the topic. */
    ModelTimes decided() {
        return new ModelTimes(
                group, DecidedTimes.list(times), DecidedTimes.list(suppression.times));
    }

    private boolean isReady(Order order) {
        return order.kind() == Kind.WITHDRAW
                || order.version() == Order.NO_VERSION
                || kept.contains(order.version());
    }

    private void letGo() {
        KeptVersions.leaving(kept, schedule).forEach(kept::remove);
    }
}
