package io.hindsight.trainer.adapt;

import io.hindsight.model.bundle.Bundle;
import io.hindsight.model.normalise.Normaliser;
import io.hindsight.model.normalise.OwnScale;
import io.hindsight.model.normalise.SensorUnits;
import io.hindsight.trainer.data.SensorSeries;

/**
 * The units in which a bundle has come to see a sensor: the group's, or those of the sensor itself
 * where the bundle lets it have some.
 */
final class SiteUnits {
    private SiteUnits() {}

    /**
     * @param until the slot before which the sensor was seen
     */
    static Normaliser of(Bundle group, SensorSeries series, int until) {
        int readings = group.ownScaleReadings();
        if (readings == 0) {
            return group.normaliser();
        }
        int channels = series.channelCount();
        SensorUnits units = new SensorUnits(group.normaliser());
        OwnScale own = new OwnScale(channels);
        float[] z = new float[channels];
        for (int t = 0; t < until; t++) {
            for (int d = 0; d < channels; d++) {
                z[d] = units.toClippedZ(own, d, series.value(t, d));
            }
            own.observe(z, readings);
            if (own.isOff(readings)) {
                own.move(readings);
            }
        }
        double[] mean = new double[channels];
        double[] scale = new double[channels];
        for (int d = 0; d < channels; d++) {
            mean[d] = units.fromZ(own, d, 0);
            scale[d] = units.widthFromZ(own, d, 1);
        }
        return new Normaliser(mean, scale);
    }
}
