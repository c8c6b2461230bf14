package io.hindsight.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmRatesTest {
    private static final long SEED = 23;
    private static final double A_MONTH = 8_640;
    private static final double PARETO = 1e-3;
    private static final long OLD = (long) (30 * A_MONTH);

    /** Rates fall by a decade for each decade of prominence, from a hundredth a beat on. */
    private static final float[] PRIOR = prior();

    @Test
    void knowsNoThresholdBeforeTheFirstReading() {
        assertThat(new AlarmRates().threshold()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 30})
    void withoutAPastTheThresholdIsWhereItsGroupRaisesAsMany(double agreed) {
        Allowance allowance = new Allowance(agreed, A_MONTH, 1);
        assertThat(groupsRate(thresholdAt(OLD, allowance)))
                .isCloseTo(agreed / A_MONTH, within(1e-3 * agreed / A_MONTH));
    }

    @Test
    void aGroupsRatesAreThoseOfBeatsNotOfReadings() {
        Allowance once = new Allowance(4, A_MONTH, 1);
        Allowance twice = new Allowance(4, 2 * A_MONTH, 2);
        assertThat(thresholdAt(2 * OLD, twice)).isCloseTo(thresholdAt(OLD, once), within(1e-9));
    }

    @Test
    void whoeverMayRaiseMoreAlarmsByALowerThreshold() {
        double last = Double.POSITIVE_INFINITY;
        for (double agreed = 0.01; agreed < 1e6; agreed *= 1.3) {
            double threshold = thresholdAt(OLD, new Allowance(agreed, A_MONTH, 1));
            assertThat(threshold).isLessThanOrEqualTo(last).isGreaterThan(0);
            last = threshold;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 4})
    void whatAYoungSensorIsLentItGivesBackInItsFirstTwoYears(double agreed) {
        Allowance allowance = new Allowance(agreed, A_MONTH, 1);
        double sum = 0;
        int steps = 2_400;
        for (int i = 0; i < steps; i++) {
            sum += groupsRate(thresholdAt((long) ((i + 0.5) * 24 * A_MONTH / steps), allowance));
        }
        assertThat(groupsRate(thresholdAt(0, allowance))).isGreaterThan(2 * agreed / A_MONTH);
        assertThat(sum / steps).isCloseTo(agreed / A_MONTH, within(0.02 * agreed / A_MONTH));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "30, 1", "4, 0.01", "30, 0.01", "30, 30"})
    void inTheLongRunRaisesAsManyAsAgreed(double agreed, double groupsShare) {
        double perMonth = perMonth(agreed, groupsShare);
        assertThat(perMonth)
                .as("agreed %s, seed %d", agreed, SEED)
                .isBetween(0.6 * agreed, 1.4 * agreed);
    }

    /** The group counts as three months' past, however long its sensor's own: of four, faded. */
    @Test
    void atOneAlarmAMonthAGroupThatIsMuchQuieterNeverDoublesTheRate() {
        assertThat(perMonth(1, 0.01)).as("seed %d", SEED).isBetween(1.0, 2.0);
    }

    /**
     * Alarms a month, from the third year on, of strengths whose levels are passed as Pareto's.
     *
     * @param groupsShare what its group's rates are of the sensor's own
     */
    private static double perMonth(double agreed, double groupsShare) {
        Allowance allowance = new Allowance(agreed, A_MONTH, 1);
        float[] group = new float[AlarmRates.LEVELS];
        for (int k = 0; k < group.length; k++) {
            double passed = PARETO / AlarmRates.level(k);
            double parted = passed / (1 + allowance.quietReadings() * passed);
            group[k] = (float) Math.min(1, groupsShare * parted);
        }
        AlarmRates rates = new AlarmRates();
        Random random = new Random(SEED);
        int months = 72;
        int alarms = 0;
        for (int i = 0; i < months * A_MONTH; i++) {
            double prominence = PARETO / random.nextDouble();
            boolean alarm = rates.take(prominence, prominence, i, allowance, group);
            alarms += alarm && i >= 24 * A_MONTH ? 1 : 0;
        }
        return alarms / (months - 24.0);
    }

    @Test
    void anAlarmStandsForTheQuietStretchBehindIt() {
        Allowance allowance = new Allowance(1, A_MONTH, 1);
        int quiet = allowance.quietReadings();
        assertThat(quiet).isEqualTo(100);
        AlarmRates rates = new AlarmRates();
        assertThat(alarm(rates, allowance, 5)).isTrue();
        for (int i = 1; i <= quiet; i++) {
            assertThat(alarm(rates, allowance, 5)).as("%d readings later", i).isFalse();
        }
        assertThat(alarm(rates, allowance, 5)).isTrue();
    }

    @Test
    void onlyWhatIsTwiceAsStrongIsAnotherAlarmBeforeThat() {
        Allowance allowance = new Allowance(1, A_MONTH, 1);
        AlarmRates rates = new AlarmRates();
        assertThat(alarm(rates, allowance, 5)).isTrue();
        assertThat(alarm(rates, allowance, 50)).as("the rise goes on").isFalse();
        for (int i = 2; i <= 12; i++) {
            assertThat(alarm(rates, allowance, 0)).isFalse();
        }
        assertThat(alarm(rates, allowance, 99)).as("less than twice its top").isFalse();
        assertThat(alarm(rates, allowance, 100)).isTrue();
    }

    @Test
    void measuresTheAlarmsOfEachLevelAsThatLevelWouldHaveRaisedThem() {
        Allowance allowance = new Allowance(1, 1e12, 1);
        AlarmRates rates = new AlarmRates();
        for (int i = 0; i < 1_000; i++) {
            rates.take(i % 200 == 0 ? AlarmRates.level(20) : 0, 1, i, allowance, PRIOR);
        }
        double[] measured = rates.measured();
        for (int k = 0; k < AlarmRates.LEVELS; k++) {
            assertThat(measured[k])
                    .as("level %d", k)
                    .isCloseTo(k <= 20 ? 5 / 1000.0 : 0, within(1e-6));
        }
    }

    private static boolean alarm(AlarmRates rates, Allowance allowance, double strength) {
        double prominence = strength == 0 ? 0 : 1e3;
        return rates.take(prominence, strength, OLD, allowance, PRIOR);
    }

    private static double thresholdAt(long age, Allowance allowance) {
        AlarmRates rates = new AlarmRates();
        rates.take(0, 0, age, allowance, PRIOR);
        return rates.threshold();
    }

    private static float[] prior() {
        float[] prior = new float[AlarmRates.LEVELS];
        for (int k = 0; k < prior.length; k++) {
            prior[k] = (float) groupsRate(AlarmRates.level(k));
        }
        return prior;
    }

    private static double groupsRate(double prominence) {
        return 1e-2 * AlarmRates.LOWEST / prominence;
    }
}
