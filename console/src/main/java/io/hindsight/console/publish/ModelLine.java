package io.hindsight.console.publish;

import io.hindsight.job.models.GroupModels;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelSchedule.Order;
import io.hindsight.schemas.ModelTimes;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One version of a group as a person sees it.
 *
 * @param digest the first digits of its bundle's digest
 * @param role what it does on readings of a moment, as far as that is decided
 * @param asked event time that its last order asks for; empty for no order
 * @param decided event time from which that order acts; empty while it is not decided
 */
public record ModelLine(
        long version,
        String digest,
        boolean signed,
        long publishedMillis,
        Role role,
        Optional<Long> asked,
        Optional<Long> decided) {
    private static final int DIGITS = 12;

    /** What a version does. */
    public enum Role {
        ACTIVE("active"),
        SHADOW("shadow"),
        WITHDRAWN("withdrawn"),
        WAITING("waiting"),
        RELEASED("released");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** All versions of a group, on readings of that time. */
    public static List<ModelLine> of(GroupRecords records, long nowMillis) {
        Models models = models(records);
        return records.releases().values().stream()
                .map(release -> of(release, records, models, nowMillis))
                .toList();
    }

    private static ModelLine of(
            ModelRelease release, GroupRecords records, Models models, long nowMillis) {
        Optional<Order> last =
                records.schedule().stream()
                        .flatMap(each -> each.orders().stream())
                        .filter(order -> order.version() == release.version())
                        .reduce((a, b) -> b);
        Optional<Long> decided =
                last.flatMap(
                        order ->
                                records.times().stream()
                                        .flatMap(each -> each.times().stream())
                                        .filter(time -> time.number() == order.number())
                                        .map(ModelTimes.Time::fromMillis)
                                        .findFirst());
        return new ModelLine(
                release.version(),
                HexFormat.of().formatHex(release.sha256()).substring(0, DIGITS),
                release.signature() != null,
                release.publishedMillis(),
                role(release.version(), last, decided, models, nowMillis),
                last.map(ModelSchedule.Order::fromMillis),
                decided);
    }

    private static Role role(
            long version,
            Optional<Order> last,
            Optional<Long> decided,
            Models models,
            long nowMillis) {
        if (is(version, models.activeAt(nowMillis))) {
            return Role.ACTIVE;
        }
        if (is(version, models.shadowAt(nowMillis))) {
            return Role.SHADOW;
        }
        if (last.isPresent() && decided.map(from -> from > nowMillis).orElse(true)) {
            return Role.WAITING;
        }
        boolean withdrawn = last.map(order -> order.kind() == Kind.WITHDRAW).orElse(false);
        return withdrawn ? Role.WITHDRAWN : Role.RELEASED;
    }

    private static boolean is(long version, Optional<Model> model) {
        return model.map(Model::version).equals(Optional.of(version));
    }

    private static Models models(GroupRecords records) {
        GroupModels models = new GroupModels();
        records.schedule().ifPresent(models::put);
        records.times().ifPresent(models::put);
        records.releases().values().forEach(models::put);
        return models.of(records.group());
    }
}
