package io.hindsight.job.models;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.sensor.Model;
import io.hindsight.model.sensor.Models;
import io.hindsight.model.sensor.Order;
import io.hindsight.model.suppress.Suppression;
import io.hindsight.model.suppress.SuppressionFile;
import io.hindsight.model.suppress.SuppressionFileException;
import io.hindsight.model.suppress.Suppressions;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models of all groups, ready to run: what the models topic's records come to in one subtask.
 * An order, or what is to be ignored, acts once its time is known; a bundle is decoded when a
 * reading first needs it.
 */
public final class GroupModels {
    private final Map<String, Group> groups = new HashMap<>();

    /**
     * Whether a record would change nothing: a version means the same weights for ever, since
     * sensors hold memories that only those can read.
     */
    public boolean isKnown(ModelRecord record) {
        return record instanceof ModelRelease release
                && group(release).models.containsKey(release.version());
    }

    /**
     * Takes a verified record in.
     *
     * @return keys of the releases that are no longer kept
     */
    public List<String> put(ModelRecord record) {
        Group group = group(record);
        group.take(record);
        List<Long> leaving = KeptVersions.leaving(group.models.navigableKeySet(), group.schedule);
        List<String> keys =
                leaving.stream().map(each -> ModelRelease.key(record.group(), each)).toList();
        List.copyOf(leaving).forEach(group.models::remove);
        group.ready = group.models();
        return keys;
    }

    /** Takes a record in again that was kept; the others come in any order. */
    void restore(ModelRecord record) {
        Group group = group(record);
        group.take(record);
        group.ready = group.models();
    }

    /** The models of a group; none where it has had no release. */
    public Models of(String group) {
        Group known = groups.get(group);
        return known == null ? Models.none() : known.ready;
    }

    private Group group(ModelRecord record) {
        return groups.computeIfAbsent(record.group(), name -> new Group());
    }

    private static final class Group {
        final TreeMap<Long, Model> models = new TreeMap<>();
        Optional<ModelSchedule> schedule = Optional.empty();
        Optional<ModelSuppression> suppression = Optional.empty();
        Map<Integer, Long> times = Map.of();
        Map<Integer, Long> suppressionTimes = Map.of();
        Models ready = Models.none();

        void take(ModelRecord record) {
            if (record instanceof ModelRelease release) {
                models.putIfAbsent(
                        release.version(), new Model(release.version(), () -> bundle(release)));
            } else if (record instanceof ModelSchedule orders) {
                schedule = Optional.of(orders);
            } else if (record instanceof ModelSuppression wanted) {
                suppression = Optional.of(wanted);
            } else if (record instanceof ModelTimes decided) {
                times = byNumber(decided.times());
                suppressionTimes = byNumber(decided.suppressions());
            }
        }

        private static Map<Integer, Long> byNumber(List<ModelTimes.Time> times) {
            return times.stream()
                    .collect(
                            Collectors.toMap(ModelTimes.Time::number, ModelTimes.Time::fromMillis));
        }

        Models models() {
            return new Models(
                            models.values(),
                            schedule.stream()
                                    .flatMap(each -> each.orders().stream())
                                    .flatMap(this::decided)
                                    .toList())
                    .with(suppressions());
        }

        private Suppressions suppressions() {
            return new Suppressions(
                    suppression.stream()
                            .flatMap(each -> each.editions().stream())
                            .filter(edition -> suppressionTimes.containsKey(edition.version()))
                            .map(this::suppression)
                            .toList());
        }

        private Suppression suppression(ModelSuppression.Edition edition) {
            try {
                return new Suppression(
                        edition.version(),
                        suppressionTimes.get(edition.version()),
                        SuppressionFile.read(edition.rules()));
            } catch (SuppressionFileException e) {
                throw new IllegalStateException("rules were verified before they were kept", e);
            }
        }

        private Stream<Order> decided(ModelSchedule.Order order) {
            Long fromMillis = times.get(order.number());
            return fromMillis == null
                    ? Stream.empty()
                    : Stream.of(
                            new Order(order.number(), kind(order), order.version(), fromMillis));
        }

        private static Order.Kind kind(ModelSchedule.Order order) {
            return switch (order.kind()) {
                case ACTIVATE -> Order.Kind.ACTIVATE;
                case SHADOW -> Order.Kind.SHADOW;
                case WITHDRAW -> Order.Kind.WITHDRAW;
            };
        }

        private static Bundle bundle(ModelRelease release) {
            try {
                return ReleaseVerifier.bundle(release);
            } catch (RefusedReleaseException e) {
                throw new IllegalStateException("a release was verified before it was kept", e);
            }
        }
    }
}
