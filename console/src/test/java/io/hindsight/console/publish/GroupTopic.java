package io.hindsight.console.publish;

import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule.Kind;
import io.hindsight.schemas.ModelTimes;
import java.util.ArrayList;
import java.util.List;

/** The models topic of a group, without a broker: what was published, ordered and decided. */
final class GroupTopic {
    static final String GROUP = "air";

    private final GroupRecords records = new GroupRecords(GROUP);
    private final List<ModelTimes.Time> times = new ArrayList<>();

    GroupTopic release(long... versions) {
        for (long version : versions) {
            byte[] digest = new byte[32];
            digest[0] = (byte) version;
            records.take(
                    new ModelRelease(GROUP, version, digest, null, new byte[0], 1_000 * version));
        }
        return this;
    }

    GroupTopic order(Kind kind, long version) {
        return order(kind, version, 0);
    }

    GroupTopic order(Kind kind, long version, long fromMillis) {
        records.take(Schedules.with(records, kind, version, fromMillis, 1));
        return this;
    }

    /** Decides for the last order. */
    GroupTopic decided(long fromMillis) {
        int number = records.schedule().orElseThrow().orders().size();
        times.add(new ModelTimes.Time(number, fromMillis));
        records.take(new ModelTimes(GROUP, times));
        return this;
    }

    GroupRecords records() {
        return records;
    }
}
