package io.hindsight.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hindsight.model.sensor.StepResult;
import io.hindsight.model.timeline.Answer;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class StepMetricsTest {
    private static final double TENTH_OF_A_MONTH = 3 * 86_400_000.0;

    private final Registered registered = new Registered("", new HashMap<>());
    private final StepMetrics metrics = new StepMetrics(registered, 2);

    @Test
    void measuresTheAlarmsOfEachGroupInASensorsMonthBesideThoseAgreed() {
        for (int k = 0; k < 20; k++) {
            metrics.said("air", scored(k < 3, 0), 0);
        }
        metrics.said("water", scored(false, 0), 0);

        assertThat(gauge("air", StepMetrics.MONTHS)).isCloseTo(2, within(1e-9));
        assertThat(gauge("air", StepMetrics.MEASURED)).isCloseTo(1.5, within(1e-9));
        assertThat(gauge("air", StepMetrics.AGREED)).isEqualTo(2);
        assertThat(gauge("water", StepMetrics.MEASURED)).isZero();
    }

    @Test
    void measuresNothingOfReadingsThatCouldRaiseNoAlarmAndOfCorrections() {
        metrics.said("air", scored(false, 5), 0);
        metrics.said("air", scored(true, 0), 1);

        assertThat(gauge("air", StepMetrics.MONTHS)).isZero();
        assertThat(gauge("air", StepMetrics.MEASURED)).isNaN();
    }

    @Test
    void tellsNothingOfAGroupWithoutAModel() {
        metrics.said("air", answer(Answer.Status.WAITING, new StepResult(1)), 0);

        assertThat(registered.gauges).isEmpty();
    }

    private double gauge(String group, String name) {
        return (double)
                registered
                        .gauges
                        .get("." + StepMetrics.GROUP + "." + group + "." + name)
                        .getValue();
    }

    private static Answer scored(boolean alarm, int warming) {
        StepResult result = new StepResult(1);
        result.score = 1;
        result.alarm = alarm;
        result.warming = warming;
        result.intervalMillis = TENTH_OF_A_MONTH;
        return answer(Answer.Status.SCORED, result);
    }

    private static Answer answer(Answer.Status status, StepResult result) {
        return new Answer(status, 1, result);
    }

    /** Keeps the gauges that are registered, by their full names. */
    private static final class Registered extends UnregisteredMetricsGroup {
        private final String path;
        private final Map<String, Gauge<?>> gauges;

        Registered(String path, Map<String, Gauge<?>> gauges) {
            this.path = path;
            this.gauges = gauges;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Registered(path + "." + key + "." + value, gauges);
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            gauges.put(path + "." + name, gauge);
            return gauge;
        }
    }
}
