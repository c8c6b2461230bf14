package io.hindsight.model.anchor;

import io.hindsight.model.series.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An {@link AnchorMemory} as bytes, big endian. Of the covariance, which is symmetric to the last
 * bit, the lower triangle alone.
 *
 * <pre>
 *   int    length of lags, n, length of profiles, of pastProfiles, of visits
 *   double lags, covariance (row i: columns 0 to i)
 *   float  profiles, pastProfiles       short  visits
 * </pre>
 */
public final class AnchorMemoryCodec {
    /**
     * Profiles of {@link AnchorSpec#MOST_RATES} rates, {@link Season#MOST_BINS} bins, 512 channels.
     */
    private static final int MOST = 1 << 21;

    private static final int WIDEST = 1024;

    private AnchorMemoryCodec() {}

    public static void write(AnchorMemory memory, DataOutput out) throws IOException {
        int n = memory.covariance.length;
        out.writeInt(memory.lags.length);
        out.writeInt(n);
        out.writeInt(memory.profiles.length);
        out.writeInt(memory.pastProfiles.length);
        out.writeInt(memory.visits.length);
        for (double lag : memory.lags) {
            out.writeDouble(lag);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                out.writeDouble(memory.covariance[i][j]);
            }
        }
        for (float value : memory.profiles) {
            out.writeFloat(value);
        }
        for (float value : memory.pastProfiles) {
            out.writeFloat(value);
        }
        for (int visits : memory.visits) {
            out.writeShort(visits);
        }
    }

    /**
     * @throws IOException if the bytes end early or give lengths that no anchor has
     */
    public static AnchorMemory read(DataInput in) throws IOException {
        double[] lags = new double[length(in)];
        int n = length(in);
        if (n > WIDEST) {
            throw new IOException("a covariance must be at most " + WIDEST + " wide: " + n);
        }
        double[][] covariance = new double[n][n];
        float[] profiles = new float[length(in)];
        float[] pastProfiles = new float[length(in)];
        int[] visits = new int[length(in)];
        for (int i = 0; i < lags.length; i++) {
            lags[i] = in.readDouble();
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = in.readDouble();
                covariance[j][i] = covariance[i][j];
            }
        }
        for (int i = 0; i < profiles.length; i++) {
            profiles[i] = in.readFloat();
        }
        for (int i = 0; i < pastProfiles.length; i++) {
            pastProfiles[i] = in.readFloat();
        }
        for (int i = 0; i < visits.length; i++) {
            visits[i] = in.readUnsignedShort();
        }
        return new AnchorMemory(lags, covariance, profiles, pastProfiles, visits);
    }

    private static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("a length must be 0 to " + MOST + ": " + length);
        }
        return length;
    }
}
