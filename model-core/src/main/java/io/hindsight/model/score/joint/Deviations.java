package io.hindsight.model.score.joint;

/**
 * One channel of one reading, seen in three ways, each in its own running spread:
 *
 * <pre>
 *   residual     r                        a jump
 *   momentum     e ← e + .3 (limit(r/σ, ±30) − e)      many small surprises on one side
 *   departure    d − m,  m ← m + (d − m)/24             away from where it was a while ago
 * </pre>
 *
 * <p>d is the deviation from what the season lets expect. The residual counts towards the strength
 * only as far as the value has moved <em>away</em> from there, min(|r/σ|, |d/σ_d|) on the same
 * side: a return to the ordinary is no event. Towards the shares it counts whole.
 */
final class Deviations {
    private static final double MOMENTUM_RATE = 0.3;
    private static final double MOMENTUM_LIMIT = 30;
    private static final double LEVEL_RATE = 1.0 / 24;

    private final RunningSpread spread = new RunningSpread();
    private final boolean seasonal;

    /** Evidence of the channel, for the strength and for the shares. */
    double evidence;

    double blame;

    /**
     * @param seasonal whether the deviations are from a season's profile
     */
    Deviations(boolean seasonal) {
        this.seasonal = seasonal;
    }

    /** Prepares for one reading, for all of its channels. */
    void at(JointState state) {
        spread.at(state.readings);
    }

    /** Looks at a channel that was seen, and learns from it. */
    void take(JointState state, int j, double residual, double deviation) {
        if (state.deviationSpread[j] == 0) {
            start(state, j, residual, deviation);
            return;
        }
        double jump = RunningSpread.units(residual, state.residualSpread[j]);
        double away = RunningSpread.units(deviation, state.deviationSpread[j]);
        double momentum = momentum(state.momentum[j], jump);
        double departure = deviation - state.level[j];
        double lasting =
                Evidence.odds(RunningSpread.units(momentum, state.momentumSpread[j]))
                        * Evidence.odds(RunningSpread.units(departure, state.departureSpread[j]));
        blame = Evidence.ofOdds(lasting * Evidence.odds(jump));
        evidence = seasonal ? Evidence.ofOdds(lasting * Evidence.odds(outward(jump, away))) : blame;
        learn(state, j, residual, deviation, momentum, departure);
    }

    /** The first value says how large the spreads may be, and is compared with nothing. */
    private void start(JointState state, int j, double residual, double deviation) {
        evidence = 0;
        blame = 0;
        state.residualSpread[j] = spread.after(0, residual);
        state.deviationSpread[j] = spread.after(0, deviation);
        state.level[j] = (float) deviation;
    }

    private static double momentum(double before, double jump) {
        double limited = Math.max(-MOMENTUM_LIMIT, Math.min(MOMENTUM_LIMIT, jump));
        return before + MOMENTUM_RATE * (limited - before);
    }

    private static double outward(double jump, double away) {
        return jump * away > 0 ? Math.min(Math.abs(jump), Math.abs(away)) : 0;
    }

    private void learn(
            JointState state,
            int j,
            double residual,
            double deviation,
            double momentum,
            double departure) {
        state.residualSpread[j] = spread.after(state.residualSpread[j], residual);
        state.deviationSpread[j] = spread.after(state.deviationSpread[j], deviation);
        state.momentumSpread[j] = spread.after(state.momentumSpread[j], momentum);
        state.departureSpread[j] = spread.after(state.departureSpread[j], departure);
        state.momentum[j] = (float) momentum;
        state.level[j] += (float) (LEVEL_RATE * (deviation - state.level[j]));
    }
}
