package io.hindsight.trainer.judge;

import io.hindsight.model.normalise.Normaliser;
import io.hindsight.trainer.data.DataSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression of a hidden cell on what was seen up to its slot: what a model must beat to be
 * worth more than the correlations in its data.
 *
 * <p>Regressors, each in units of its channel's standard deviation: the channels seen at the same
 * slot; the last {@value #LAST_SEEN} values that each channel was seen with before, if not older
 * than {@value #OLDEST} slots; and each channel's value one season ago. Each pattern of what was
 * seen, and how long ago, has a regression of its own. They are not fitted one by one: with the
 * lagged correlations of the fitted part, the weights w of a pattern solve (C + λI)·w = c, the
 * normal equations of a ridge regression on this pattern's regressors, where C is their correlation
 * with each other and c with the cell. A cell of which nothing near was seen gets the mean.
 *
 * <p>Of many channels only those regress that go with the cell's own the most.
 */
final class CausalRidge {
    private static final int LAST_SEEN = 3;
    private static final int OLDEST = 48;
    private static final int MOST_CHANNELS = 16;
    private static final double RIDGE = 1e-3;
    private static final int SLOTS_PER_REGRESSOR = 10;
    private static final int MOST_PATTERNS = 256;

    private final LaggedMoments moments;
    private final int season;
    private final int[][] neighbours;

    private CausalRidge(LaggedMoments moments, int season) {
        this.moments = moments;
        this.season = season;
        this.neighbours = neighbours(moments);
    }

    /**
     * Fits on what is visible before a time.
     *
     * @param normaliser means of channels without a value there
     * @param season the season's slots
     * @return nothing if there is too little to fit on
     */
    static Optional<CausalRidge> fit(
            DataSet data, HiddenCells hidden, Normaliser normaliser, long untilMillis, int season) {
        LaggedMoments moments =
                new LaggedMoments(data, hidden, normaliser, untilMillis, lags(season));
        int regressors = Math.min(moments.channels(), MOST_CHANNELS) * (LAST_SEEN + 2);
        return moments.slots() < (long) SLOTS_PER_REGRESSOR * regressors
                ? Optional.empty()
                : Optional.of(new CausalRidge(moments, season));
    }

    Method method() {
        return new Method(MethodName.RIDGE, Filling::new);
    }

    /** All differences between two ages that a pattern may hold. */
    private static int[] lags(int season) {
        return IntStream.concat(
                        IntStream.rangeClosed(0, OLDEST),
                        IntStream.rangeClosed(Math.max(0, season - OLDEST), season))
                .distinct()
                .sorted()
                .toArray();
    }

    /** For each channel those that go with it, itself first; one array for all if all do. */
    private static int[][] neighbours(LaggedMoments moments) {
        int channels = moments.channels();
        int[][] neighbours = new int[channels][];
        if (channels <= MOST_CHANNELS) {
            Arrays.fill(neighbours, IntStream.range(0, channels).toArray());
            return neighbours;
        }
        for (int d = 0; d < channels; d++) {
            int channel = d;
            neighbours[d] =
                    IntStream.range(0, channels)
                            .boxed()
                            .sorted(
                                    (a, b) ->
                                            Double.compare(
                                                    closeness(moments, channel, b),
                                                    closeness(moments, channel, a)))
                            .limit(MOST_CHANNELS)
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        return neighbours;
    }

    private static double closeness(LaggedMoments moments, int channel, int other) {
        return channel == other ? 2 : Math.abs(moments.correlation(channel, other, 0));
    }

    /** One series. Keeps the last regression, which the other channels of its slot share. */
    private final class Filling implements Estimates {
        private final VisibleSeries visible;
        private final Map<RidgePattern, LinearSolverDense<DMatrixRMaj>> solvers =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<RidgePattern, LinearSolverDense<DMatrixRMaj>> eldest) {
                        return size() > MOST_PATTERNS;
                    }
                };
        private int slot = -1;
        private int[] channels;
        private RidgePattern pattern;
        private DMatrixRMaj solved;

        Filling(VisibleSeries visible) {
            this.visible = visible;
        }

        @Override
        public double value(int slot, int channel) {
            if (this.slot != slot || channels != neighbours[channel]) {
                this.slot = slot;
                channels = neighbours[channel];
                solve();
            }
            double z = 0;
            for (int i = 0; i < pattern.size(); i++) {
                z +=
                        solved.get(i)
                                * moments.correlation(channel, pattern.channel(i), pattern.age(i));
            }
            return moments.fromZ(channel, z);
        }

        /** Since w·x = c·(C + λI)⁻¹·x, one solution for the values x serves all cells of a slot. */
        private void solve() {
            pattern = RidgePattern.at(visible, slot, channels, LAST_SEEN, OLDEST, season);
            DMatrixRMaj values = new DMatrixRMaj(pattern.size(), 1);
            for (int i = 0; i < pattern.size(); i++) {
                int channel = pattern.channel(i);
                double value = visible.row(slot - pattern.age(i))[channel];
                values.set(i, moments.toZ(channel, value));
            }
            solved = new DMatrixRMaj(pattern.size(), 1);
            if (pattern.size() > 0) {
                solvers.computeIfAbsent(pattern, CausalRidge.this::solver).solve(values, solved);
            }
        }
    }

    /**
     * Were the correlations those of one whole, no pivot would be below λ. Holes can make them
     * contradict each other; then λ grows until no pivot is far below what it was at first.
     */
    private LinearSolverDense<DMatrixRMaj> solver(RidgePattern pattern) {
        int size = pattern.size();
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        LinearSolverDense<DMatrixRMaj> solver = new LinearSolverChol_DDRM(cholesky);
        for (double ridge = RIDGE; ; ridge *= 4) {
            DMatrixRMaj matrix = new DMatrixRMaj(size, size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    double correlation =
                            moments.correlation(
                                    pattern.channel(i),
                                    pattern.channel(j),
                                    pattern.age(j) - pattern.age(i));
                    matrix.set(i, j, correlation);
                    matrix.set(j, i, correlation);
                }
                matrix.add(i, i, ridge);
            }
            if (solver.setA(matrix) && leastPivot(cholesky.getT(null)) > RIDGE / 2) {
                return solver;
            }
        }
    }

    private static double leastPivot(DMatrixRMaj triangle) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < triangle.numRows; i++) {
            least = Math.min(least, triangle.get(i, i) * triangle.get(i, i));
        }
        return least;
    }
}
