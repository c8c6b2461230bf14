package io.hindsight.console.publish;

import io.hindsight.console.kafka.TopicReader;
import io.hindsight.schemas.ModelRecord;
import io.hindsight.schemas.ModelRelease;
import io.hindsight.schemas.ModelSchedule;
import io.hindsight.schemas.ModelSuppression;
import io.hindsight.schemas.ModelTimes;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What stands on the models topic for one group: the last record under each key. */
public final class GroupRecords {
    private final String group;
    private final NavigableMap<Long, ModelRelease> releases = new TreeMap<>();
    private Optional<ModelSchedule> schedule = Optional.empty();
    private Optional<ModelSuppression> suppression = Optional.empty();
    private Optional<ModelTimes> times = Optional.empty();

    GroupRecords(String group) {
        this.group = group;
    }

    /**
     * Reads the topic to its end; what is no record of it is passed. What a job has not committed
     * yet is read, too: behind it may stand what another publisher wrote, and a version that was
     * overlooked would be given twice.
     */
    public static GroupRecords read(String bootstrap, String topic, String group) {
        GroupRecords records = new GroupRecords(group);
        try (TopicReader<ModelRecord> reader =
                TopicReader.ofAll(bootstrap, topic, ModelRecord::decode, record -> {})) {
            reader.readToEnd(records::take);
        }
        return records;
    }

    void take(ModelRecord record) {
        if (!record.group().equals(group)) {
            return;
        }
        if (record instanceof ModelRelease release) {
            releases.put(release.version(), release);
        } else if (record instanceof ModelSchedule orders) {
            schedule = Optional.of(orders);
        } else if (record instanceof ModelSuppression wanted) {
            suppression = Optional.of(wanted);
        } else if (record instanceof ModelTimes decided) {
            times = Optional.of(decided);
        }
    }

    public String group() {
        return group;
    }

    /** By version. */
    public NavigableMap<Long, ModelRelease> releases() {
        return releases;
    }

    public Optional<ModelSchedule> schedule() {
        return schedule;
    }

    public Optional<ModelSuppression> suppression() {
        return suppression;
    }

    public Optional<ModelTimes> times() {
        return times;
    }

    /** The highest version, 0 if there is none. */
    public long newestVersion() {
        return releases.isEmpty() ? 0 : releases.lastKey();
    }
}
