package io.hindsight.benchmarks.detect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ASD's servers: a file to train on and a labelled one each, of equal channels. The channels that
 * are taken are those of a rule that looks at no label: every sixth one, from another one on with
 * each server, and the next one where what was recorded for training hardly varies.
 */
final class Servers {
    private static final String TRAIN = "_train";
    private static final int CHANNELS = 3;
    private static final int STRIDE = 6;
    private static final int FEWEST_VALUES = 10;

    private Servers() {}

    static List<Path> trains(BenchFolder folder) {
        return folder.files("asd").stream()
                .filter(file -> file.getFileName().toString().contains(TRAIN))
                .toList();
    }

    static Path test(Path train) {
        return train.resolveSibling(train.getFileName().toString().replace(TRAIN, "_test"));
    }

    /** Three, or fewer if no more vary. */
    static List<Integer> channels(RecordedTable train, int server) {
        List<Integer> chosen = new ArrayList<>();
        int count = train.channels().size();
        for (int k = 0; k < CHANNELS; k++) {
            for (int further = 0; further < count; further++) {
                int channel = (server + STRIDE * k + further) % count;
                if (!chosen.contains(channel) && varies(train.values(channel))) {
                    chosen.add(channel);
                    break;
                }
            }
        }
        return chosen;
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().limit(FEWEST_VALUES).count() == FEWEST_VALUES;
    }
}
