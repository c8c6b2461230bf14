package io.hindsight.benchmarks;

import io.hindsight.schemas.Result;
import io.hindsight.trainer.data.SensorSeries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job's results say of a masked recording: of each reading whether it was answered, and of
 * slots with hidden cells what was imputed at once and what last. Results of other sensors and
 * times are passed.
 */
final class StreamedAnswers {
    private final MaskedRecording recording;
    private final Map<String, Integer> indexOfSensor = new HashMap<>();
    private final List<BitSet> toldAtOnce = new ArrayList<>();
    private final SlotAnswer[][] answers;
    private long results;
    private long answered;
    private long doubled;

    StreamedAnswers(MaskedRecording recording) {
        this.recording = recording;
        List<SensorSeries> series = recording.data().series();
        answers = new SlotAnswer[series.size()][];
        for (int k = 0; k < answers.length; k++) {
            indexOfSensor.put(series.get(k).sensor(), k);
            toldAtOnce.add(new BitSet());
            answers[k] = new SlotAnswer[series.get(k).length()];
        }
    }

    void take(Result result) {
        results++;
        Integer index = indexOfSensor.get(result.sensor());
        if (index == null) {
            return;
        }
        SensorSeries series = recording.data().series().get(index);
        long at = series.slotAt(result.eventTimeMillis());
        boolean isThere =
                at >= 0
                        && at < series.length()
                        && series.timeMillis((int) at) == result.eventTimeMillis();
        if (isThere) {
            take(result, index, (int) at);
        }
    }

    private void take(Result result, int index, int slot) {
        if (result.revision() == 0) {
            boolean again = toldAtOnce.get(index).get(slot);
            toldAtOnce.get(index).set(slot);
            doubled += again ? 1 : 0;
            boolean isReading = recording.data().series().get(index).isPresent(slot);
            answered += isReading && !again ? 1 : 0;
        }
        if (recording.hidesSome(index, slot)) {
            if (answers[index][slot] == null) {
                answers[index][slot] = new SlotAnswer();
            }
            answers[index][slot].take(result);
        }
    }

    /** All that was taken. */
    long results() {
        return results;
    }

    /** Slots that were answered a second time at once. */
    long doubled() {
        return doubled;
    }

    /** Readings of which a first result has come. */
    long answered() {
        return answered;
    }

    /** What was imputed at once for a hidden cell; NaN if nothing was. */
    double atOnce(int series, int slot, int channel) {
        SlotAnswer answer = answers[series][slot];
        return answer == null ? Double.NaN : answer.atOnce(channel);
    }

    /** The same of the highest revision. */
    double last(int series, int slot, int channel) {
        SlotAnswer answer = answers[series][slot];
        return answer == null ? Double.NaN : answer.last(channel);
    }

    /** What was imputed in a slot. */
    private static final class SlotAnswer {
        private int highest = -1;
        private float[] atOnce = {};
        private float[] last = {};

        void take(Result result) {
            float[] imputed = new float[result.channels().size()];
            for (int d = 0; d < imputed.length; d++) {
                imputed[d] = result.channels().get(d).imputed();
            }
            if (result.revision() == 0) {
                atOnce = imputed;
            }
            if (result.revision() > highest) {
                highest = result.revision();
                last = imputed;
            }
        }

        double atOnce(int channel) {
            return channel < atOnce.length ? atOnce[channel] : Double.NaN;
        }

        double last(int channel) {
            return channel < last.length ? last[channel] : Double.NaN;
        }
    }
}
