package io.hindsight.model.score;

import io.hindsight.model.score.outside.OutsideViews;

/**
 * What stands beside the views of one channel and goes along with them, value by value: it may
 * expect something better, and add to what they say.
 */
public interface Beside {
    /** Nothing stands there. */
    Beside NONE =
            new Beside() {
                @Override
                public void begin(int readingsPerBeat) {}

                @Override
                public double expect(double expected, double usual) {
                    return expected;
                }

                @Override
                public double band(double band) {
                    return band;
                }

                @Override
                public double take(double value, OutsideViews views, double strength) {
                    return 0;
                }
            };

    /** The channel's rhythm is known; the first value is the next. */
    void begin(int readingsPerBeat);

    /**
     * What the next value is expected to be; may be asked for more than once.
     *
     * @param expected by the views' own forecast; NaN before the first value
     * @param usual by the season's profile
     */
    double expect(double expected, double usual);

    /**
     * Half the width of what is usual around what was expected last.
     *
     * @param band the views' own
     */
    double band(double band);

    /**
     * Takes the value in that was expected.
     *
     * @param views that have just taken it
     * @param strength what they said of it
     * @return what comes to that, 0 or more
     */
    double take(double value, OutsideViews views, double strength);
}
